public import Vocabulary

/// All that files and the shipped directory say of organisations, to be asked by code and day.
///
/// Everything stays as it was stated, with the file and its day; what holds on a day is worked out when it is asked.
public struct OrganisationBook: Sendable {
    /// What a file says, and which file of which day.
    public struct Stated<Value: Hashable & Sendable>: Hashable, Sendable {
        public let value: Value
        /// The day of which the file speaks; nil where it says none.
        public let statedOn: Day?
        /// The file's name, or another source in words.
        public let source: String

        public init(_ value: Value, statedOn: Day?, source: String) {
            self.value = value
            self.statedOn = statedOn
            self.source = source
        }
    }

    public let directory: Directory
    public let successions: SuccessionGraph
    /// Codes of tables that the book does not hold.
    let lookedFor: [LookedFor]
    /// Joins of small areas, which the book does not hold either.
    let countedJoins: [Join]
    private let listed: [OrganisationCode: [Stated<ListedOrganisation>]]
    private let ties: [OrganisationCode: [Stated<ListedRelationship>]]
    private let boards: [OrganisationCode: [Organisation]]
    private let towards: [OrganisationCode: Set<OrganisationCode>]

    /// - Parameters:
    ///   - lookedFor: codes in lookups of small areas and shares of trusts, to be counted where they are not found.
    ///   - countedJoins: joins of small areas, counted where these are kept.
    ///   - directory: the commissioners of dental contracts, with their derived handovers.
    public init(
        organisations: [Stated<ListedOrganisation>], relationships: [Stated<ListedRelationship>],
        successions: [Succession], lookedFor: [LookedFor] = [], countedJoins: [Join] = [],
        directory: Directory = .shipped
    ) {
        self.countedJoins = countedJoins
        self.lookedFor = lookedFor
        self.directory = directory
        self.successions = SuccessionGraph(successions + directory.handovers.flatMap(\.successions))
        // The order in which files stand is not that of their days.
        func byDay<Value>(_ left: Stated<Value>, _ right: Stated<Value>) -> Bool {
            let (one, other) = (left.statedOn?.number ?? Int.min, right.statedOn?.number ?? Int.min)
            return one == other ? left.source < right.source : one < other
        }
        listed = Dictionary(grouping: organisations, by: \.value.code).mapValues { $0.sorted(by: byDay) }
        ties = Dictionary(grouping: relationships, by: \.value.code).mapValues { $0.sorted(by: byDay) }
        boards = Dictionary(grouping: directory.organisations, by: \.code)
        var towards: [OrganisationCode: Set<OrganisationCode>] = [:]
        for tie in relationships { towards[tie.value.target, default: []].insert(tie.value.code) }
        for organisation in directory.organisations {
            if let region = organisation.region { towards[region.code, default: []].insert(organisation.code) }
        }
        self.towards = towards
    }

    /// Every code that a file lists or the directory knows, in order.
    public var codes: [OrganisationCode] { Set(listed.keys).union(directory.organisations.map(\.code)).sorted() }

    /// The codes of the Office for National Statistics that any file lists an organisation under.
    var areaCodes: Set<String> {
        Set(listed.values.lazy.flatMap { $0 }.compactMap { $0.value.onsCode?.description })
    }

    /// True where any file lists the code, or the directory knows it.
    public func knows(_ code: OrganisationCode) -> Bool {
        listed[code] != nil || boards[code] != nil
    }

    /// What files list under the code, in the order of their days.
    public func statements(of code: OrganisationCode) -> [Stated<ListedOrganisation>] { listed[code] ?? [] }

    /// What files say of the code's ties, in the order of their days.
    public func relationships(of code: OrganisationCode) -> [Stated<ListedRelationship>] { ties[code] ?? [] }

    /// True where the directory has the code as that of an integrated care board, whether or not it still stands.
    func wasBoard(_ code: OrganisationCode) -> Bool {
        boards[code]?.contains { $0.kind == .integratedCareBoard } ?? false
    }

    /// The codes of which some file says that they are tied to another.
    var tyingCodes: [OrganisationCode] { ties.keys.sorted() }

    /// The codes of which some file says that they are tied to this one.
    func tied(to code: OrganisationCode) -> Set<OrganisationCode> { towards[code] ?? [] }

    /// What is said of the code for a day: by the latest file up to it, else by the first after it.
    public func statement(of code: OrganisationCode, on day: Day) -> Stated<ListedOrganisation>? {
        let all = statements(of: code)
        return all.last { $0.statedOn.map { $0 <= day } ?? true } ?? all.first
    }

    public func name(of code: OrganisationCode, on day: Day) -> String? {
        let stated = statement(of: code, on: day)
        // A board had its code from the footprint before it, whose name some older file gives.
        if stated?.value.role != .sustainabilityPartnership, let name = stated?.value.name { return name }
        return directory.name(of: code, on: day) ?? boards[code]?.last?.name ?? stated?.value.name
    }

    /// What an organisation is on the day, in words: as the directory has it, else as files list it.
    public func role(of code: OrganisationCode, on day: Day) -> String? {
        directory.organisation(code, on: day)?.kind.rawValue ?? boards[code]?.last?.kind.rawValue
            ?? statement(of: code, on: day)?.value.role.rawValue
    }

    /// Whether the code stood for an open organisation on the day.
    ///
    /// The directory goes before files, for it has the days of boards; a code that handed all of its work on by the day,
    /// and of which no later file speaks, is closed.
    public func standing(of code: OrganisationCode, on day: Day) -> Standing {
        let known = boards[code] ?? []
        if known.contains(where: { $0.period.contains(day) }) { return .open }
        if !known.isEmpty, known.allSatisfy({ $0.period.end.map { $0 <= day } ?? false }) { return .closed }
        let all = statements(of: code)
        guard !all.isEmpty else { return .unknown }
        if let last = all.last(where: { $0.value.opened != nil || $0.value.closed != nil }), !last.value.isOpen(on: day)
        {
            return last.value.closed.map { $0 < day } ?? false ? .closed : .notYetOpen
        }
        let handed = successions.successions(from: code).last { $0.day <= day }
        let staysInPart = handed.map { pair in
            successions.successions(from: code).contains { $0.day == pair.day && $0.successor == code }
        }
        if let handed, staysInPart == false, !all.contains(where: { $0.statedOn.map { $0 >= handed.day } ?? false }) {
            return .closed
        }
        return .open
    }

    public enum Standing: String, Hashable, Sendable {
        case open
        case closed
        case notYetOpen = "not yet open"
        /// No file lists the code.
        case unknown = "not known"
    }
}
