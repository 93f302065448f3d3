/// The figures that the study of trusts' registers prints, to be held against its own data.
///
/// Owner: governance. Read in Feldman et al., BMJ Open 2018;8:e019952, on 2026-11-21; a published paper does
/// not change, so there is no day to read it again.
enum RegisterSurveyPrinted {
    static let source = "Feldman et al., BMJ Open 2018;8:e019952"

    static let trusts = 236
    static let registers = 185
    static let lateOrNoReply = 71
    static let complete = 31
    static let accessible = 15
    static let withoutValue = 47
    static let withNone = 18
    static let withoutRecipient = 126
    static let scoringAll = 0
}
