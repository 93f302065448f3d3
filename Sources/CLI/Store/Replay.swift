import Assessments
import Contracts
import Digests
import Files
import Governance
import Imports
import Needs
import Organisations
import Store
import Tabular
import Vocabulary

/// Makes a store again from its journal and the bytes it keeps, and holds the two against each other.
///
/// Imports are read again from the bytes, by the same readers under the conditions and rules that their lines name;
/// other acts are done again from what their lines say; a working is worked out again from what stands there by then.
/// Each line that this makes must be the line that is held, digest for digest.
struct Replay {
    let held: Store
    /// Only this working is worked out again; nil for all of them.
    let working: String?

    /// What was found.
    struct Outcome {
        var linesDone = 0
        var importsRead = 0
        var rowsRead = 0
        var workings: [String] = []
        /// One sentence each.
        var faults: [String] = []
    }

    private struct Plan {
        var acts: [JournalledAct] = []
        var authors: [Int: String?] = [:]
        var rules: [JSONValue: RulesInForce] = [:]
        var mappings: [EvidenceID: SaveMapping] = [:]
        var results: [String: WorkingHeld] = [:]
    }

    func run() throws -> Outcome {
        var outcome = Outcome()
        let plan: Plan
        do { plan = try self.plan() } catch let refusal as Refusal {
            outcome.faults.append(refusal.sentence)
            return outcome
        }
        let made = try Store.inMemory()
        let imports = plan.acts.filter(\.isImport)
        let reader = ImportsReadAgain(store: held, rules: plan.rules, mappings: plan.mappings)
        let ahead = ReadAhead<ImportedAgain>(capacity: 3) { yield in try reader.read(imports, yield: yield) }
        defer { ahead.abandon() }
        var desk: DentalDesk?
        for act in plan.acts {
            Printing.progress("Line \(act.line.sequence) of \(plan.acts.count): \(act.line.act)")
            do {
                if act.line.act == RecordWorking.name {
                    try work(act, plan, made, &desk, &outcome)
                } else {
                    desk = nil
                    try again(act, plan, made, ahead, &outcome)
                }
            } catch let refusal as Refusal {
                outcome.faults.append(
                    "Line \(act.line.sequence) of the journal (\(act.line.act)) cannot be done again: \(refusal.sentence)"
                )
            }
            if outcome.faults.isEmpty, let fault = try difference(at: act.line, in: made) {
                outcome.faults.append(fault)
            }
            guard outcome.faults.isEmpty else { break }
            outcome.linesDone += 1
        }
        Printing.progress("")
        if outcome.faults.isEmpty {
            outcome.faults += try held.read { heldRows in
                try made.read { madeRows in
                    try TableComparison.differences(of: heldRows, from: madeRows).map(\.sentence)
                }
            }
        }
        return outcome
    }

    private func plan() throws -> Plan {
        try held.read { db in
            var plan = Plan()
            plan.acts = try Journal.lines(db).map { line throws(Refusal) in try JournalledAct(line) }
            plan.authors = try Journal.authors(db)
            for act in plan.acts {
                guard let rules = act.content["rules"] else { throw act.unreadable }
                if plan.rules[rules] == nil { plan.rules[rules] = try RulesInForce(journalled: rules, keptBy: db) }
            }
            for mapping in try MappingHeld.all(db) {
                let document = try JSONFile.value(
                    of: Array(mapping.content.utf8), named: "the mapping “\(mapping.name)”")
                let saved = try SaveMapping(document: document, keptAs: mapping.digest)
                plan.mappings[mapping.digest] = saved
            }
            for working in try WorkingHeld.all(db) { plan.results[working.name] = working }
            return plan
        }
    }

    private func again(
        _ act: JournalledAct, _ plan: Plan, _ made: Store, _ ahead: ReadAhead<ImportedAgain>, _ outcome: inout Outcome
    ) throws {
        guard act.isImport else {
            if act.line.act == SaveMapping.name {
                guard let saved = act.text("mapping").flatMap({ EvidenceID($0) }).flatMap({ plan.mappings[$0] }) else {
                    throw act.unreadable
                }
                return try perform(saved, act, plan, made)
            }
            if let type = DocumentedActs.all.first(where: { $0.name == act.line.act }) {
                return try perform(documented(type, act), act, plan, made)
            }
            guard let type = ReplayedActs.all.first(where: { $0.name == act.line.act }),
                let said = act.content["act"], let again = type.init(journalled: said)
            else { throw act.unreadable }
            return try perform(again, act, plan, made)
        }
        guard let read = try ahead.next() else { throw act.unreadable }
        outcome.importsRead += 1
        switch read {
        case .failed(let refusal): throw refusal
        case .months(let months, let size):
            outcome.rowsRead += months.reading.rowsRead
            try perform(months, act, plan, made, keptSize: size)
        case .contracts(let contracts, let size):
            outcome.rowsRead += contracts.reading.rowsRead
            try perform(contracts, act, plan, made, keptSize: size)
        case .facts(let facts, let size):
            outcome.rowsRead += facts.facts.rowsRead
            try perform(facts, act, plan, made, keptSize: size)
        case .directory(let file, let size):
            outcome.rowsRead += file.file.rows.rowsRead
            try perform(file, act, plan, made, keptSize: size)
        case .needs(let file, let size):
            outcome.rowsRead += file.reading.rowsRead
            try perform(file, act, plan, made, keptSize: size)
        }
    }

    /// An act whose rows are a document that is kept.
    private func documented(_ type: any DocumentedAct.Type, _ act: JournalledAct) throws -> any DocumentedAct {
        guard let said = act.content["act"], let document = type.document(of: said) else { throw act.unreadable }
        guard let kept = try held.read({ try KeptBytes.of(document, $0) }), !kept.isGzip else {
            throw KeptSource.missing(document)
        }
        return try type.init(journalled: said, document: kept.bytes)
    }

    private func perform(
        _ again: some StoredAct, _ act: JournalledAct, _ plan: Plan, _ made: Store, keptSize: Int? = nil
    ) throws {
        guard let moment = act.moment, let rules = act.content["rules"].flatMap({ plan.rules[$0] }),
            let author = Author((plan.authors[act.line.author] ?? nil) ?? "Name removed \(act.line.author)")
        else { throw act.unreadable }
        try made.write { db in
            if let keptSize, let kept = act.container ?? act.source {
                // The digest stands for the bytes, which stay where they are.
                try SourceRecord.keep(kept, size: keptSize, bytes: [], isGzip: false, db)
            }
            for document in RoundIntake.documents(of: again) {
                guard let kept = try held.read({ try KeptBytes.of(document, $0) }) else {
                    throw KeptSource.missing(document)
                }
                try SourceRecord.keep(document, size: kept.size, bytes: [], isGzip: false, db)
            }
            let named = (again as? any GovernanceAct)?.documents ?? (again as? any AssessmentAct)?.documents ?? []
            for document in named {
                guard let kept = try held.read({ try KeptBytes.of(document, $0) }) else { continue }
                try SourceRecord.keep(document, size: kept.size, bytes: [], isGzip: false, db)
            }
            if let disposal = again as? DisposeOfPersonalText {
                // A text that is gone cannot be kept again; its digest stands for it.
                try PersonalTexts.standIn(for: disposal.digests, db)
            } else if let disposal = again as? DisposeOfRegisterTexts {
                try PersonalTexts.standIn(for: disposal.texts.map(\.digest), db)
            }
            try Store.perform(again, by: author, at: moment, under: rules, in: db)
        }
    }

    private func work(
        _ act: JournalledAct, _ plan: Plan, _ made: Store, _ desk: inout DentalDesk?, _ outcome: inout Outcome
    ) throws {
        guard let name = act.text("name"), let said = act.content["act"],
            let method = act.text("method"), case .integer(let version)? = said["version"],
            case .integer(let basis)? = said["basis"], let rules = act.content["rules"].flatMap({ plan.rules[$0] })
        else { throw act.unreadable }
        let recorded: RecordedWorking
        if working == nil || working == name {
            guard let question = WorkingQuestion(method: method), question.version == version else {
                throw Refusal(
                    .wanting, code: "method-changed",
                    "the working “\(name)” was made by version \(version) of \(method), which this Remit does not have."
                )
            }
            guard let parameters = said["parameters"].flatMap({ WorkingQuestion.Parameters($0) }) else {
                throw act.unreadable
            }
            let asked = try desk ?? DentalDesk(made, rulebook: rules.rulebook, calendar: rules.calendar)
            desk = asked
            recorded = try question.recorded(as: name, parameters, from: asked, store: made)
            guard recorded.digest.description == act.text("result") else {
                throw Refusal(
                    .wanting, code: "working-differs",
                    "the working “\(name)” comes out differently now: \(recorded.digest.short)… in place of "
                        + "\(act.text("result")?.prefix(12) ?? "nothing")….")
            }
            outcome.workings.append(name)
        } else {
            guard let result = plan.results[name] else {
                throw Refusal(.wanting, code: "working-missing", "the working “\(name)” is no longer there.")
            }
            recorded = RecordedWorking(
                name: name, method: method, version: version, parameters: said["parameters"] ?? .null,
                canonical: result.result)
        }
        try perform(RecordWorking(recorded, basis: basis), act, plan, made)
    }

    /// A sentence where the line just made is not the line that is held.
    private func difference(at line: Journal.Line, in made: Store) throws -> String? {
        let head = try made.read { db in try Journal.head(db) }
        if head.digest == line.digest { return nil }
        guard head.sequence == line.sequence else {
            return "Line \(line.sequence) of the journal (\(line.act)) changes nothing when it is done again."
        }
        let again = try made.read { db in try Journal.lines(db) }.last
        let outcome = again.flatMap { try? JournalledAct($0) }?.content["outcome"]?.canonical ?? "nothing"
        let before = (try? JournalledAct(line))?.content["outcome"]?.canonical ?? "nothing"
        return "Line \(line.sequence) of the journal (\(line.act)) comes out differently when it is done again"
            + (outcome == before ? "." : ": its outcome was \(before), and now is \(outcome).")
    }
}

extension SaveMapping {
    /// A mapping read back, whose digest must be what its canonical form gives.
    fileprivate init(document: JSONValue, keptAs digest: EvidenceID) throws(Refusal) {
        guard Digest.of(document) == digest else {
            throw Refusal(
                .wanting, code: "mapping-altered", "The column mapping \(digest.short)… is not as it was kept.")
        }
        try self.init(document: document, digest: digest)
    }
}
