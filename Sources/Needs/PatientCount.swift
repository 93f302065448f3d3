public import Vocabulary

/// How many people are registered with an organisation, of a sex and of ages, as one row of the publication says.
///
/// The same people stand in many rows: under their practice and everything above it, and again in rows of both sexes and
/// of all ages. Nothing is to be summed but by `CountPatients`.
public struct PatientCount: Hashable, Sendable {
    public let level: PatientLevel
    public let organisation: OrganisationCode
    public let sex: PatientSex
    public let ages: AgeSpan
    public let people: Int

    public init(level: PatientLevel, organisation: OrganisationCode, sex: PatientSex, ages: AgeSpan, people: Int) {
        self.level = level
        self.organisation = organisation
        self.sex = sex
        self.ages = ages
        self.people = people
    }

    /// How far the row divides its organisation's people.
    public var division: Division {
        switch (sex == .all, ages.isAll) {
        case (true, true): .whole
        case (false, true): .bySex
        case (true, false): .byAge
        case (false, false): .bySexAndAge
        }
    }

    public enum Division: String, Hashable, Sendable, CaseIterable {
        case whole, bySex, byAge, bySexAndAge

        /// For a sentence: `rows for all patients`.
        var inWords: String {
            switch self {
            case .whole: "rows for all patients"
            case .bySex: "rows of one sex and all ages"
            case .byAge: "rows of both sexes and one age"
            case .bySexAndAge: "rows of one sex and one age"
            }
        }
    }
}

/// What kind of organisation a count of patients is of: each level has everybody.
public enum PatientLevel: String, Hashable, Sendable, CaseIterable {
    case practice, network, location, board, region

    /// As the publication writes it in any of its years.
    public init?(published text: some StringProtocol) {
        switch text.uppercased() {
        case "GP": self = .practice
        case "PCN": self = .network
        case "CCG", "SUB_ICB_LOCATION_CODE", "SUB_ICB_LOCATION": self = .location
        case "STP", "ICB": self = .board
        case "COMM REGION", "COMM_REGION", "REGION": self = .region
        default: return nil
        }
    }

    /// In the plural, for sentences.
    public var inWords: String {
        switch self {
        case .practice: "practices"
        case .network: "networks"
        case .location: "sub-ICB locations"
        case .board: "boards"
        case .region: "regions"
        }
    }
}

/// The sex under which people are registered.
public enum PatientSex: String, Hashable, Sendable, CaseIterable {
    case all, female, male
    /// Neither stated as female nor as male.
    case other

    public init?(published text: some StringProtocol) {
        switch text.uppercased() {
        case "ALL": self = .all
        case "FEMALE": self = .female
        case "MALE": self = .male
        case "INDETERMINATE", "UNKNOWN", "OTHER": self = .other
        default: return nil
        }
    }
}
