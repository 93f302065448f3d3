package import Challenges
import Digests
import Files
import Foundation
import Store
package import Vocabulary

/// What a run of the rules found, in all that a reader needs of it besides the rows.
package struct RunAccount: Codable, Hashable, Sendable {
    /// A rule, and what it found.
    package struct Line: Codable, Hashable, Sendable {
        package var rule: String
        package var raised: Int
        package var dataOnly: Int
        package var amountPence: Int
        package var atRiskPence: Int
        package var countedPence: Int
    }

    /// A provider, and what was found in its bills.
    package struct Provider: Codable, Hashable, Sendable {
        package var provider: String
        package var challenges: Int
        package var rows: Int
        package var dataOnly: Int
        package var atRiskPence: Int
        package var countedPence: Int
    }

    /// A rule that was not asked, and why.
    package struct NotAsked: Codable, Hashable, Sendable {
        package var rule: String
        package var why: String
    }

    /// The run's document, by its digest.
    package var run: String
    /// `2025/26`.
    package var year: String
    /// The state of the records that was asked about: `ActivityDesk.standing`.
    package var standing: String
    /// In the order in which money counts, also those that found nothing.
    package var lines: [Line]
    package var notAsked: [NotAsked]
    package var providers: [Provider]
    /// With which any rule found fault.
    package var rows: Int
    package var isWithoutElements: Bool
    /// The files in which the rows stand, by digest.
    package var files: [String: String]
    /// Seconds since 1970.
    package var at: Int
    package var by: String

    package var digest: EvidenceID { EvidenceID(run)! }
    package var moment: Moment { Moment(secondsSince1970: at) }
    package var challenges: Int { lines.reduce(0) { $0 + $1.raised } }
    package var counted: Money { Money(pence: lines.reduce(0) { $0 + $1.countedPence }) }
    package var names: [EvidenceID: String] {
        Dictionary(files.compactMap { key, name in EvidenceID(key).map { ($0, name) } }) { $1 }
    }

    init(
        _ outcome: AskRules.Outcome, of desk: ActivityDesk, run: EvidenceID, by author: Author, at moment: Moment
    ) {
        self.run = run.description
        (year, standing) = (desk.views.year.description, desk.standing.description)
        (at, by) = (moment.secondsSince1970, author.description)
        let summary = ChallengeSummary(outcome.raised, rules: outcome.asked)
        lines = summary.lines.map { line in
            Line(
                rule: line.rule, raised: line.raised, dataOnly: line.dataOnly, amountPence: line.amount.pence,
                atRiskPence: line.atRisk.pence, countedPence: line.counted.pence)
        }
        rows = summary.rows
        notAsked = outcome.notAsked.map { NotAsked(rule: $0.rule.id, why: $0.why) }
        isWithoutElements = outcome.isWithoutElements
        let byProvider = Dictionary(grouping: outcome.raised, by: \.provider)
        providers = byProvider.sorted { $0.key < $1.key }.map { provider, found in
            Provider(
                provider: provider, challenges: found.count,
                rows: Set(found.map { Place(source: $0.source, row: $0.row) }).count,
                dataOnly: found.count(where: \.isDataOnly), atRiskPence: found.map(\.atRisk).total().pence,
                countedPence: found.map(\.counted).total().pence)
        }
        let sources = Set(outcome.raised.map(\.source))
        files = [:]
        for (digest, name) in desk.views.names where sources.contains(digest) { files[digest.description] = name }
    }

    private struct Place: Hashable {
        let source: EvidenceID
        let row: Int
    }
}

/// Runs of the rules that were asked from the pages, as files beside the activity: they outlive the process, and are no
/// record. A bundle that is raised of one keeps its own rows.
package struct KeptRuns: Sendable {
    /// So many are kept; the oldest goes first.
    package static let most = 12
    private let folder: String

    package init(_ folder: ActivityFolder) {
        self.folder = folder.path + "/.runs"
    }

    /// Keeps what a run found; the same run again takes its own place.
    ///
    /// - Throws: `Refusal` where it cannot be written.
    package func keep(
        _ outcome: AskRules.Outcome, of desk: ActivityDesk, by author: Author, at moment: Moment
    ) throws -> RunAccount {
        let json = ChallengeRun.json(words: outcome.asked.map(\.words), challenges: outcome.raised)
        let bytes = Array((json.canonical + "\n").utf8)
        let account = RunAccount(outcome, of: desk, run: Digest.of(bytes), by: author, at: moment)
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        // The account comes last: a run without one is not there.
        try WholeFile.write(bytes, to: path(account.digest, "json"), replacing: true)
        try WholeFile.write(
            Array(try JSONEncoder().encode(account)), to: path(account.digest, "account"), replacing: true)
        for old in all().dropFirst(KeptRuns.most) {
            for ending in ["account", "json"] { try? FileManager.default.removeItem(atPath: path(old.digest, ending)) }
        }
        return account
    }

    /// The last first; what cannot be read is passed over.
    package func all() -> [RunAccount] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(".account") }
            .compactMap { EvidenceID(String($0.dropLast(".account".count))) }.compactMap { account(of: $0) }
            .sorted { $0.at == $1.at ? $0.run < $1.run : $0.at > $1.at }
    }

    /// Nil where there is none of that digest any more.
    package func account(of digest: EvidenceID) -> RunAccount? {
        guard let bytes = try? WholeFile.read(path(digest, "account")),
            let account = try? JSONDecoder().decode(RunAccount.self, from: Data(bytes)),
            account.run == digest.description, FinancialYear(account.year) != nil
        else { return nil }
        return account
    }

    /// The rows of a run, held against its digest.
    ///
    /// - Throws: `Refusal`: `run-altered` where the file is not what was written; of the reader.
    package func run(_ digest: EvidenceID) throws(Refusal) -> ChallengeRun {
        let bytes = try WholeFile.read(path(digest, "json"))
        guard Digest.of(bytes) == digest else {
            throw Refusal(
                .wanting, code: "run-altered", "The file of the run \(digest.short) is not what was written.",
                remedy: "Ask the rules again.")
        }
        let name = "The run \(digest.short)"
        return try ChallengeRunFile.read(JSONFile.value(of: bytes, named: name), digest: digest, named: name)
    }

    private func path(_ digest: EvidenceID, _ ending: String) -> String { "\(folder)/\(digest).\(ending)" }
}
