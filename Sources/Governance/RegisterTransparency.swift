/// How open a register of interests is to somebody who asks for it: five criteria, a point each.
///
/// Source: Feldman et al., BMJ Open 2018;8:e019952.
public struct RegisterTransparency: Hashable, Sendable, Codable {
    /// In the order of the study.
    public let findings: [Finding]

    public var total: Int { findings.count { $0.isMet } }

    public enum Criterion: String, Hashable, Sendable, Codable, CaseIterable {
        case respondedOnTime, sentRegister, completeStructure, publiclyAccessible, reusableFormat

        public var title: String {
            switch self {
            case .respondedOnTime: "Responded on time"
            case .sentRegister: "Sent a register"
            case .completeStructure: "Complete data structure"
            case .publiclyAccessible: "Publicly accessible"
            case .reusableFormat: "Reusable format"
            }
        }
    }

    public struct Finding: Hashable, Sendable, Codable {
        public let criterion: Criterion
        public let isMet: Bool
        /// One sentence.
        public let reason: String
    }
}

/// What was found when a register was asked for.
///
/// As JSON: `{"respondedOnTime": true, "sentRegister": true, "namesRecipients": true, "namesDonors": true,
/// "givesValues": false, "isPublic": true, "isReusable": false}`; what is left out was not so.
public struct RegisterAnswer: Hashable, Sendable, Codable {
    public var respondedOnTime: Bool
    public var sentRegister: Bool
    /// Every entry names who received it.
    public var namesRecipients: Bool
    /// Every entry names who gave it.
    public var namesDonors: Bool
    /// Every entry says what it was worth.
    public var givesValues: Bool
    /// Anybody can read it without asking.
    public var isPublic: Bool
    /// In a form that a program can read, such as CSV, JSON or a workbook; not a picture or a PDF.
    public var isReusable: Bool

    public init(
        respondedOnTime: Bool = false, sentRegister: Bool = false, namesRecipients: Bool = false,
        namesDonors: Bool = false, givesValues: Bool = false, isPublic: Bool = false, isReusable: Bool = false
    ) {
        self.respondedOnTime = respondedOnTime
        self.sentRegister = sentRegister
        self.namesRecipients = namesRecipients
        self.namesDonors = namesDonors
        self.givesValues = givesValues
        self.isPublic = isPublic
        self.isReusable = isReusable
    }

    enum CodingKeys: String, CodingKey {
        case respondedOnTime, sentRegister, namesRecipients, namesDonors, givesValues, isPublic, isReusable
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        func flag(_ key: CodingKeys) throws -> Bool { try container.decodeIfPresent(Bool.self, forKey: key) ?? false }
        self.init(
            respondedOnTime: try flag(.respondedOnTime), sentRegister: try flag(.sentRegister),
            namesRecipients: try flag(.namesRecipients), namesDonors: try flag(.namesDonors),
            givesValues: try flag(.givesValues), isPublic: try flag(.isPublic), isReusable: try flag(.isReusable))
    }
}
