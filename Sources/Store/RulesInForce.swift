import Digests
package import GRDB
package import Organisations
package import Rulebook
package import Vocabulary

/// What acts and workings rest on besides facts: the rules, the working days and the commissioners, as files.
///
/// Every line of the journal names them by digest and the store keeps their bytes, so that what was done can be done
/// again by the rules of its own day, also by a later Remit that ships others.
package struct RulesInForce: Sendable {
    package let rulebook: Rulebook
    package let calendar: WorkingDays
    package let directory: Directory
    private let files: [File]

    private struct File: Sendable {
        let key: String
        let digest: EvidenceID
        let bytes: [UInt8]
    }

    /// - Parameters:
    ///   - priorityRules: nil for a line of the journal that is older than priority rounds.
    ///   - governanceRules: nil for one that is older than meetings.
    ///   - challengeRules: nil for one that is older than challenges to providers' bills.
    ///   - performanceRules: nil for one that is older than matters of contracts.
    /// - Throws: as the readers of the files, and where two files of rules contradict each other.
    package init(
        rulebook: [UInt8], priorityRules: [UInt8]?, governanceRules: [UInt8]?, challengeRules: [UInt8]?,
        performanceRules: [UInt8]?, bankHolidays: [UInt8], commissioners: [UInt8]
    ) throws(Refusal) {
        var rules = try RulebookFile.read(rulebook, named: "dental.csv")
        if let priorityRules { rules += try RulebookFile.read(priorityRules, named: "priorities.csv") }
        if let governanceRules { rules += try RulebookFile.read(governanceRules, named: "governance.csv") }
        if let challengeRules { rules += try RulebookFile.read(challengeRules, named: "challenges.csv") }
        if let performanceRules { rules += try RulebookFile.read(performanceRules, named: "performance.csv") }
        self.rulebook = try Rulebook(rules: rules)
        calendar = try WorkingDays(holidays: BankHolidaysFile.read(bankHolidays, named: "bank-holidays.csv"))
        directory = try CommissionersFile.read(commissioners, named: "commissioners.csv")
        let shipped: [(key: String, bytes: [UInt8]?)] = [
            ("rulebook", rulebook), ("priorityRules", priorityRules), ("governanceRules", governanceRules),
            ("challengeRules", challengeRules), ("performanceRules", performanceRules),
            ("bankHolidays", bankHolidays), ("commissioners", commissioners),
        ]
        files = shipped.compactMap { key, bytes in
            bytes.map { File(key: key, digest: Digest.of($0), bytes: $0) }
        }
    }

    /// Those that come with Remit.
    package static let shipped: RulesInForce = {
        do {
            return try RulesInForce(
                rulebook: ShippedFiles.rulebook, priorityRules: ShippedFiles.priorityRules,
                governanceRules: ShippedFiles.governanceRules, challengeRules: ShippedFiles.challengeRules,
                performanceRules: ShippedFiles.performanceRules,
                bankHolidays: ShippedFiles.bankHolidays, commissioners: CommissionersFile.shipped)
        } catch {
            preconditionFailure("the rules that come with Remit are at fault: \(error)")
        }
    }()

    /// The files' digests, for a line of the journal.
    package var journalled: JSONValue {
        .object(files.map { JSONValue.Member($0.key, .text($0.digest.description)) })
    }

    /// Keeps the files, once for each digest.
    func keep(_ db: Database) throws {
        for file in files {
            let isKept = try Bool.fetchOne(
                db.cachedStatement(sql: "SELECT EXISTS (SELECT 1 FROM content WHERE digest = ?)"),
                arguments: [file.digest.description])!
            if !isKept {
                try SourceRecord.keep(file.digest, size: file.bytes.count, bytes: file.bytes, isGzip: false, db)
            }
        }
    }

    /// Those that a line of the journal names, as the store kept them.
    ///
    /// - Throws: `Refusal` of kind `wanting` where one of them is missing or is not what its digest says.
    package init(journalled value: JSONValue, keptBy db: Database) throws {
        func bytes(_ key: String) throws -> [UInt8] {
            guard case .text(let text)? = value[key], let digest = EvidenceID(text),
                let kept = try KeptBytes.of(digest, db), !kept.isGzip, Digest.of(kept.bytes) == digest
            else {
                throw Refusal(
                    .wanting, code: "rules-missing", "The file of rules (\(key)) that an act names is not kept.")
            }
            return kept.bytes
        }
        func bytes(ifNamed key: String) throws -> [UInt8]? { value[key] == nil ? nil : try bytes(key) }
        try self.init(
            rulebook: bytes("rulebook"), priorityRules: bytes(ifNamed: "priorityRules"),
            governanceRules: bytes(ifNamed: "governanceRules"), challengeRules: bytes(ifNamed: "challengeRules"),
            performanceRules: bytes(ifNamed: "performanceRules"), bankHolidays: bytes("bankHolidays"),
            commissioners: bytes("commissioners"))
    }

    /// The same, as they stand in a line: canonical JSON.
    init(named text: String, keptBy db: Database) throws {
        try self.init(
            journalled: JSONValue(parsing: Array(text.utf8), named: "the rules of a line of the journal"), keptBy: db)
    }
}
