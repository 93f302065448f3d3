import Contracts
import Digests
import Files
import Imports
import Needs
import Organisations
import Store
import Tabular
import Vocabulary

/// A line of the journal with its content as a value.
struct JournalledAct: Sendable {
    let line: Journal.Line
    let content: JSONValue

    init(_ line: Journal.Line) throws(Refusal) {
        self.line = line
        content = try JSONFile.value(of: Array(line.content.utf8), named: "line \(line.sequence) of the journal")
    }

    func text(_ key: String) -> String? {
        if case .text(let text)? = content["act"]?[key] { text } else { nil }
    }

    func texts(_ key: String) -> [String]? {
        guard case .list(let items)? = content["act"]?[key] else { return nil }
        return items.compactMap { if case .text(let text) = $0 { text } else { nil } }
    }

    func flag(_ key: String) -> Bool {
        if case .flag(let flag)? = content["act"]?[key] { flag } else { false }
    }

    var source: EvidenceID? { text("source").flatMap { EvidenceID($0) } }
    var container: EvidenceID? { text("container").flatMap { EvidenceID($0) } }
    var isImport: Bool { ImportedAgain.names.contains(line.act) }

    var moment: Moment? {
        let parts = line.at.split(whereSeparator: { "T:Z".contains($0) })
        guard parts.count == 4, let day = Day(parts[0]), let hour = Int(parts[1]), let minute = Int(parts[2]),
            let second = Int(parts[3])
        else { return nil }
        return Moment(secondsSince1970: day.number * 86_400 + hour * 3_600 + minute * 60 + second)
    }

    /// What is said of a line that cannot be read at all.
    var unreadable: Refusal {
        Refusal(
            .wanting, code: "line-unreadable",
            "Line \(line.sequence) of the journal (\(line.act)) does not say what it takes to do it again.")
    }
}

/// An import made again from the kept bytes, as it was read the first time.
enum ImportedAgain: Sendable {
    case months(ImportDentalMonths, size: Int)
    case contracts(ImportDentalContracts, size: Int)
    case facts(ImportLocalFacts, size: Int)
    case directory(ImportDirectoryFile, size: Int)
    case needs(ImportNeedsFile, size: Int)
    case failed(Refusal)

    static let names: Set<String> = [
        ImportDentalMonths.name, ImportDentalContracts.name, ImportLocalFacts.name, ImportDirectoryFile.name,
        ImportNeedsFile.name,
    ]

    /// The size of what is kept for it: its own bytes, or the archive's.
    init(
        _ act: JournalledAct, bytes: [UInt8], keptSize: Int, under rules: RulesInForce,
        mappings: [EvidenceID: SaveMapping]
    ) throws(Refusal) {
        guard let digest = act.source, let name = act.text("name"), let publisher = act.text("publisher"),
            let licence = act.text("licence")
        else { throw act.unreadable }
        let source = Source(
            digest: digest, name: name, publisher: publisher, licence: licence, size: bytes.count)
        if act.line.act == ImportDirectoryFile.name {
            guard let kind = act.text("kind").flatMap({ DirectoryFileKind(rawValue: $0) }),
                let dropped = act.texts("dropped")
            else { throw act.unreadable }
            let file = try DirectoryIntake.read(bytes, named: name, as: kind, dropping: dropped)
            self = .directory(
                ImportDirectoryFile(source: source, container: act.container, dropped: dropped, file: file),
                size: keptSize)
            return
        }
        if act.line.act == ImportNeedsFile.name {
            guard let kind = act.text("kind").flatMap({ NeedsFile(rawValue: $0) }), let dropped = act.texts("dropped")
            else { throw act.unreadable }
            self = .needs(
                ImportNeedsFile(
                    source: source, container: act.container, kind: kind, dropped: dropped,
                    reading: try NeedsIntake.read(bytes, named: name, as: kind, dropping: dropped)), size: keptSize)
            return
        }
        guard let said = act.content["act"]?["conditions"], let conditions = ReadingConditions(journalled: said)
        else { throw act.unreadable }
        switch act.line.act {
        case ImportDentalMonths.name:
            guard conditions.months != nil else { throw act.unreadable }
            let outcome = try DentalMonthReader(conditions, under: rules).read(bytes, named: name)
            self = .months(
                ImportDentalMonths(
                    source: source, container: act.container, conditions: conditions, reading: outcome.reading,
                    account: outcome.account, allowsWithdrawals: act.flag("allowsWithdrawals")), size: keptSize)
        case ImportDentalContracts.name:
            guard conditions.months != nil else { throw act.unreadable }
            let outcome = try DentalIntake.readContracts(bytes, named: name, conditions)
            self = .contracts(
                ImportDentalContracts(
                    source: source, container: act.container, conditions: conditions, reading: outcome.reading,
                    account: outcome.account), size: keptSize)
        default:
            guard let kind = act.text("kind").flatMap({ ImportLocalFacts.Facts.Kind(rawValue: $0) }) else {
                throw act.unreadable
            }
            let facts: ImportLocalFacts.Facts
            if kind == .extract {
                guard let mapping = act.text("mapping").flatMap({ EvidenceID($0) }).flatMap({ mappings[$0] }) else {
                    throw act.unreadable
                }
                facts = try LocalIntake.read(bytes, named: name, by: mapping, dropping: conditions.dropped)
            } else {
                facts = try LocalIntake.read(bytes, named: name, as: kind, dropping: conditions.dropped)
            }
            self = .facts(
                ImportLocalFacts(source: source, container: act.container, conditions: conditions, facts: facts),
                size: keptSize)
        }
    }
}

/// Reads the journal's imports again, in the journal's order; an archive is unpacked once for the imports from it.
struct ImportsReadAgain: Sendable {
    let store: Store
    let rules: [JSONValue: RulesInForce]
    let mappings: [EvidenceID: SaveMapping]

    /// Yields one value for each import.
    func read(_ imports: [JournalledAct], yield: (ImportedAgain) throws -> Void) throws {
        var place = 0
        while place < imports.count {
            let first = imports[place]
            guard let container = first.container else {
                try yield(alone(first))
                place += 1
                continue
            }
            var end = place + 1
            while end < imports.count, imports[end].container == container { end += 1 }
            try together(Array(imports[place..<end]), in: container, yield: yield)
            place = end
        }
    }

    private func alone(_ act: JournalledAct) -> ImportedAgain {
        do {
            guard let digest = act.source else { throw act.unreadable }
            guard let kept = try store.read({ db in try KeptBytes.of(digest, db) }) else {
                throw KeptSource.missing(digest)
            }
            return try again(act, KeptSource.unpacked(kept), kept.size)
        } catch {
            return .failed(refusal(error))
        }
    }

    private func together(
        _ acts: [JournalledAct], in container: EvidenceID, yield: (ImportedAgain) throws -> Void
    ) throws {
        var wanted: [EvidenceID: [Int]] = [:]
        for (place, act) in acts.enumerated() {
            if let digest = act.source { wanted[digest, default: []].append(place) }
        }
        var ready: [Int: ImportedAgain] = [:]
        var next = 0
        do {
            guard let archive = try store.read({ db in try KeptBytes.of(container, db) }) else {
                throw KeptSource.missing(container)
            }
            try KeptSource.forEachMember(of: archive) { member in
                for place in wanted.removeValue(forKey: Digest.of(member.bytes)) ?? [] {
                    ready[place] = again(acts[place], member.bytes, archive.size)
                }
                while let found = ready.removeValue(forKey: next) {
                    next += 1
                    try yield(found)
                }
            }
        } catch let refusal as Refusal {
            ready[next] = .failed(refusal)
        }
        for place in next..<acts.count {
            try yield(ready[place] ?? .failed(acts[place].source.map(KeptSource.missing) ?? acts[place].unreadable))
        }
    }

    private func again(_ act: JournalledAct, _ bytes: [UInt8], _ keptSize: Int) -> ImportedAgain {
        guard let rules = act.content["rules"].flatMap({ rules[$0] }) else { return .failed(act.unreadable) }
        do {
            return try ImportedAgain(act, bytes: bytes, keptSize: keptSize, under: rules, mappings: mappings)
        } catch {
            return .failed(error)
        }
    }

    private func refusal(_ error: any Error) -> Refusal {
        error as? Refusal ?? Refusal(.wanting, code: "bytes-unreadable", "\(error)")
    }
}
