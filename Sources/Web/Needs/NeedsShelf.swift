import Contracts
import Imports
import Methods
import Needs
import Organisations
import Store
import Synchronization
import Tabular
import Vocabulary

/// Files on needs as they are held, and the figures that were worked out of them since the last was taken in.
final class NeedsShelf: Sendable {
    /// An indicator's figures, with what they rest on.
    struct Worked: Sendable {
        let outcome: WorkOutIndicator.Outcome
        let grouping: AreaGrouping?
        let sources: [FigureSource]
        let compared: CompareAreas?
    }

    private struct Key: Hashable {
        let indicator: String
        let larger: NeedsFiles.Larger?
        let day: Day
    }

    private struct Place: Hashable {
        let indicator: String
        let larger: NeedsFiles.Larger
    }

    let held: HeldNeeds
    private let worked = Mutex<[Key: Worked]>([:])
    private let lookups = Mutex<[Place: HeldLookup]>([:])
    /// Of the indicator that was asked for last: it is asked for by several kinds of area, one after the other.
    private let last = Mutex<(indicator: String, files: NeedsFiles)?>(nil)
    private let scores = Mutex<PracticeScores?>(nil)

    /// Where small areas lie, by their codes.
    private let places = Mutex<Places?>(nil)

    /// Centroids of the last file of them that was taken in.
    struct Places: Sendable {
        let byArea: [String: AreaCentroid]
        let source: FigureSource
    }

    private let access = Mutex<(month: EvidenceID?, held: CareAccessHeld)?>(nil)
    private let year = Mutex<(months: [EvidenceID], material: AccessMaterial)?>(nil)
    /// Best places that are looked for, or were found.
    let siting: SitingDesk

    /// So many are kept; a figure by practice is 6,000 rows.
    private static let most = 64

    init(_ store: Store, siting: SitingDesk) throws {
        held = try HeldNeeds(store)
        self.siting = siting
    }

    /// The figures of an indicator: worked out once for each kind of area.
    ///
    /// - Throws: `Refusal`, as `HeldNeeds.files` and the working.
    func figures(
        _ definition: IndicatorDefinition, by larger: NeedsFiles.Larger?, terms: WorkOutIndicator.Terms, on day: Day
    ) throws -> Worked {
        let key = Key(indicator: definition.id, larger: larger, day: day)
        if let known = worked.withLock({ $0[key] }) { return known }
        let files = try files(definition, by: larger)
        let outcome = try WorkOutIndicator.outcome(
            definition, from: files.readings, grouping: files.grouping, level: .practice, terms: terms)
        let made = Worked(
            outcome: outcome, grouping: files.grouping, sources: files.sources,
            compared: try CompareAreas(definition, outcome.figures, terms: terms))
        worked.withLock { known in
            if known.count >= NeedsShelf.most { known.removeAll() }
            known[key] = made
        }
        return made
    }

    private func files(_ definition: IndicatorDefinition, by larger: NeedsFiles.Larger?) throws -> NeedsFiles {
        var own = last.withLock { $0?.indicator == definition.id ? $0?.files : nil }
        if own == nil {
            let read = try held.files(for: definition, by: nil)
            last.withLock { $0 = (definition.id, read) }
            own = read
        }
        guard let own else { preconditionFailure("files are read or refused") }
        guard let larger else { return own }
        let areas = own.readings.first?.reading.areas ?? []
        guard let lookup = try lookup(for: areas, of: definition, by: larger) else { throw HeldNeeds.noLookup(larger) }
        return own.placed(by: lookup)
    }

    private func lookup(
        for areas: Set<String>, of definition: IndicatorDefinition, by larger: NeedsFiles.Larger
    ) throws -> HeldLookup? {
        let place = Place(indicator: definition.id, larger: larger)
        if let known = lookups.withLock({ $0[place] }) { return known }
        let made = try held.lookup(for: areas, by: larger)
        if let made { lookups.withLock { $0[place] = made } }
        return made
    }

    /// In which board each area of an indicator's file lies; nil where no lookup is held.
    func boards(of worked: Worked, _ definition: IndicatorDefinition) throws -> AreaGrouping? {
        try lookup(for: Set(worked.outcome.figures.map(\.area)), of: definition, by: .board)?.grouping
    }

    /// Deprivation by practice, of the last file that was taken in; nil where none was.
    func practiceScores() throws -> PracticeScores? {
        if let known = scores.withLock({ $0 }) { return known }
        let made = try held.practiceScores()
        scores.withLock { $0 = made }
        return made
    }

    /// Where small areas lie; nil where no file says so.
    func centroids() throws -> Places? {
        guard let file = held.files.first(where: { $0.kind == .areaCentroids }) else { return nil }
        if let known = places.withLock({ $0 }) { return known }
        guard case .centroids(let reading) = try held.reading(file) else { return nil }
        let found = reading.values.map { ($0.value.area, $0.value) }
        let made = Places(
            byArea: Dictionary(found, uniquingKeysWith: { first, _ in first }),
            source: FigureSource(name: file.name, digest: file.digest))
        places.withLock { $0 = made }
        return made
    }

    /// What access to care is worked out from: read once, and again when there is another dental month.
    ///
    /// - Throws: `Refusal`, as `HeldAccess`.
    func access(in store: Store, at moment: Moment) throws -> CareAccessHeld {
        let month = try HeldDentalMonth.last(in: store)?.digest
        return try access.withLock { known in
            if let known, known.month == month { return known.held }
            let made = CareAccessHeld(try HeldAccess(held, in: store, at: moment))
            known = (month, made)
            return made
        }
    }

    /// The same with the months that a supply needs: all that are held of the year for what was delivered.
    ///
    /// - Throws: `Refusal`, as `HeldAccess`.
    func material(
        for supply: AccessMaterial.Supply, in store: Store, at moment: Moment
    ) throws -> AccessMaterial {
        let held = try access(in: store, at: moment).access
        guard supply == .delivered else { return held.material }
        let months = try HeldDentalMonth.ofLastYear(in: store).map(\.digest)
        return try year.withLock { known in
            if let known, known.months == months { return known.material }
            let made = try held.withYear(in: store, at: moment)
            known = (months, made)
            return made
        }
    }
}

/// Files on access to care as they are held, and the boards that can be asked about.
struct CareAccessHeld: Sendable {
    let access: HeldAccess
    let boards: [(code: String, name: String)]

    init(_ access: HeldAccess) {
        self.access = access
        let material = access.material
        var names: [String: String] = [:]
        for month in material.dental { names[month.commissioner.description] = month.commissionerName }
        let codes = Set(material.lookups.compactMap { $0.icb?.nhs.description })
        boards = codes.map { code in (code, names[code].map { "\($0) (\(code))" } ?? code) }.sorted { $0.1 < $1.1 }
    }

    /// The board of the installation's own people; nil where it is none.
    func own(_ question: Question) -> String? {
        let holder = question.desk.installation.holder
        return boards.first { $0.name.hasPrefix("\(holder) (") }?.code
    }
}
