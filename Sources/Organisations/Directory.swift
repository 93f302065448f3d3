public import Vocabulary

/// Which organisation a code stands for on a day, and who came after it.
///
/// The directory that comes with Remit knows the commissioners of dental contracts since April 2016: area
/// teams, the 42 integrated care boards, the 36 of 2026, health and justice teams, and the regions. Area
/// teams handed over contract by contract: their handovers are derived from contracts by `DeriveSuccession`
/// and added with `adding`.
public struct Directory: Sendable {
    /// In the order of the file.
    public let organisations: [Organisation]
    public let handovers: [Handover]
    private let places: [OrganisationCode: [Int]]
    private let handoverPlaces: [OrganisationCode: [Int]]

    /// - Throws: `Refusal` of kind `input`, code `bad-directory`: a code standing for two organisations on
    ///   one day, two handovers of one organisation on one day, or a handover from or to a code that is not
    ///   in the directory.
    public init(organisations: [Organisation], handovers: [Handover] = []) throws(Refusal) {
        places = Dictionary(grouping: organisations.indices) { organisations[$0].code }
        handoverPlaces = Dictionary(grouping: handovers.indices) { handovers[$0].predecessor }
        self.organisations = organisations
        self.handovers = handovers
        var faults: [String] = []
        for (code, indices) in places {
            let periods = indices.map { organisations[$0].period }.sorted { $0.start < $1.start }
            if zip(periods, periods.dropFirst()).contains(where: { $0.overlaps($1) }) {
                faults.append("\(code) stands for two organisations on one day")
            }
        }
        for (code, indices) in handoverPlaces
        where Set(indices.map { handovers[$0].day }).count < indices.count {
            faults.append("\(code) hands over twice on one day")
        }
        for code in Set(handovers.flatMap { [$0.predecessor] + $0.parts.map(\.successor) })
        where places[code] == nil {
            faults.append("\(code) is in a handover and not in the directory")
        }
        guard faults.isEmpty else {
            throw Refusal(
                .input, code: "bad-directory",
                "The directory contradicts itself: \(faults.sorted().joined(separator: "; ")).")
        }
    }

    /// The directory with more handovers, such as those derived from contracts.
    public func adding(_ more: [Handover]) throws(Refusal) -> Directory {
        try Directory(organisations: organisations, handovers: handovers + more)
    }

    /// The organisation that the code stood for on the day; nil where the directory knows none.
    public func organisation(_ code: OrganisationCode, on day: Day) -> Organisation? {
        places[code]?.lazy.map { organisations[$0] }.first { $0.period.contains(day) }
    }

    public func name(of code: OrganisationCode, on day: Day) -> String? { organisation(code, on: day)?.name }

    public func region(of code: OrganisationCode, on day: Day) -> Region? {
        organisation(code, on: day)?.region
    }

    /// To whom the code's work had gone by the day, directly and in which shares; empty where it had not
    /// gone.
    public func successors(of code: OrganisationCode, on day: Day) -> [Handover.Part] {
        latestHandover(of: code, through: day)?.parts ?? []
    }

    /// Every organisation of the day, of one kind or of all, by code.
    public func all(_ kind: Organisation.Kind? = nil, on day: Day) -> [Organisation] {
        organisations.filter { $0.period.contains(day) && (kind == nil || $0.kind == kind) }
            .sorted { $0.code < $1.code }
    }

    /// The organisation's first handover after one day and not after another; or else, where it handed over
    /// earlier and a figure still stands under its code, that one.
    func handover(of organisation: Organisation, after start: Day, through end: Day) -> Handover? {
        let own = (handoverPlaces[organisation.code] ?? []).map { handovers[$0] }
            .filter { $0.day > organisation.period.start && $0.day <= end }
            .sorted { $0.day < $1.day }
        return own.first { $0.day > start } ?? own.last
    }

    private func latestHandover(of code: OrganisationCode, through day: Day) -> Handover? {
        handoverPlaces[code]?.lazy.map { handovers[$0] }.filter { $0.day <= day }.max { $0.day < $1.day }
    }
}
