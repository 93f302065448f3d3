public import Tabular
public import Vocabulary

/// The two files of the study of trusts' registers: what each sent, and how it was scored.
///
/// - Reference: Feldman et al., BMJ Open 2018;8:e019952, with its data.
public enum RegisterSurveyFile {
    public static let replies = Layout(
        name: "the replies of the register study",
        required: [
            "org_code", "trust", "received", "responded_on_time", "adequate_data_format", "publicly_available",
            "recipient_(named)", "donor", "cash_amount",
        ])

    public static let scores = Layout(
        name: "the scores of the register study",
        required: [
            "org_code", "trust_name", "responded_on_time", "sent_a_register", "complete_data_structure",
            "publically_accessible", "reusable_format", "total_score",
        ])

    /// Answers are `Y` or `N`; blank where no register was sent, and then nothing is named in it.
    ///
    /// - Returns: rows refused with `blank`, `unreadable-code`, `code-twice`, `unreadable-answer`.
    /// - Throws: `Refusal` of the whole file, as `Sheet.reading`.
    public static func readReplies(_ sheet: Sheet) throws(Refusal) -> Reading<RegisterSurveyReply> {
        var seen: Set<OrganisationCode> = []
        return try sheet.reading(as: replies, known: [scores]) { row throws(RowFault) in
            let organisation = try code(of: row, &seen)
            func yes(_ column: String, mayBeBlank: Bool = false) throws(RowFault) -> Bool {
                if mayBeBlank, row[column] == nil { return false }
                let text = try row.required(column)
                guard text == "Y" || text == "N" else {
                    throw RowFault(
                        column: column, code: "unreadable-answer", "\(TrimmedText.quoted(text)) is neither Y nor N.")
                }
                return text == "Y"
            }
            return RegisterSurveyReply(
                organisation: organisation, name: try row.required("trust"),
                answer: RegisterAnswer(
                    respondedOnTime: try yes("responded_on_time"), sentRegister: try yes("received"),
                    namesRecipients: try yes("recipient_(named)", mayBeBlank: true),
                    namesDonors: try yes("donor", mayBeBlank: true),
                    givesValues: try yes("cash_amount", mayBeBlank: true), isPublic: try yes("publicly_available"),
                    isReusable: try yes("adequate_data_format")))
        }
    }

    /// - Returns: rows refused with `blank`, `unreadable-code`, `code-twice`, `unreadable-count`,
    ///   `not-a-point`.
    /// - Throws: `Refusal` of the whole file, as `Sheet.reading`.
    public static func readScores(_ sheet: Sheet) throws(Refusal) -> Reading<RegisterSurveyScore> {
        var seen: Set<OrganisationCode> = []
        return try sheet.reading(as: scores, known: [replies]) { row throws(RowFault) in
            let organisation = try code(of: row, &seen)
            var points: [Bool] = []
            for column in scores.required[2..<7] {
                let text = try row.required(column)
                guard text == "0" || text == "1" else {
                    throw RowFault(
                        column: column, code: "not-a-point", "\(TrimmedText.quoted(text)) is neither 0 nor 1.")
                }
                points.append(text == "1")
            }
            _ = try row.required("total_score")
            guard let total = try row.whole("total_score") else { preconditionFailure("the cell is not blank") }
            return RegisterSurveyScore(organisation: organisation, points: points, total: total)
        }
    }

    private static func code(
        of row: SheetRow, _ seen: inout Set<OrganisationCode>
    ) throws(RowFault) -> OrganisationCode {
        let text = try row.required("org_code")
        guard let organisation = OrganisationCode(text) else {
            throw RowFault(
                column: "org_code", code: "unreadable-code",
                "\(TrimmedText.quoted(text)) is not an organisation code.")
        }
        guard seen.insert(organisation).inserted else {
            throw RowFault(
                column: "org_code", code: "code-twice", "\(organisation) has a row already; the first was kept.")
        }
        return organisation
    }
}
