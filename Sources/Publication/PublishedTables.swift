import Pages
import Priorities
import Store
import Tabular
import Vocabulary

/// The tables of a published record, each as CSV and as JSON.
enum PublishedTables {
    static func all(of record: PublishedRecord, _ replayed: ReplayedRecord) -> [Table] {
        let round = replayed.round
        let (tables, result) = (RoundTables(round), record.result)
        var all = [
            tables.criteria, tables.members, tables.interests, tables.evidence, tables.advice, tables.setAside,
            tables.ballot, tables.decision, tables.ranking(result), tables.scores(result), tables.weights(result),
            tables.years(result), tables.frontier(result), tables.prices(result), tables.swaps(result),
            tables.exclusions(result), tables.beneficiaries(result), portfolio(of: result, round),
            scoresGiven(in: round),
            weightsGiven(in: round), acts(of: record.journal),
        ]
        if let limits = replayed.limits { all.append(tables.options(result, limits)) }
        if round.pack != nil { all.append(tables.pack()) }
        if let changes = changes(of: record, replayed) { all.append(changes) }
        return all
    }

    static func files(_ table: Table) -> [PublishedFile] {
        let table = table.withoutPersonalColumns()
        let stem = "tables/\((names[table.key] ?? table.key).hyphenated)"
        return [
            PublishedFile(path: "\(stem).csv", bytes: Array(table.csv.utf8)),
            PublishedFile(path: "\(stem).json", bytes: Array("\(table.json.pretty)\n".utf8)),
        ]
    }

    /// Names of files where a table’s own key would say too little.
    private static let names = ["points": "frontier", "votes": "ballot", "outcomes": "decision"]

    private static func portfolio(of result: RoundResult, _ round: Round) -> Table {
        var table = Table(
            key: "portfolio", caption: "What is recommended, and what was decided",
            columns: [
                .init("option", "Short name"), .init("title", "Option"), .init("isRecommended", "Recommended"),
                .init("outcome", "Decided"), .init("fullYearPence", "A full year costs"), .init("reason", "Reason"),
            ])
        for option in round.options {
            let outcome = round.decision?.outcomes.first { $0.option == option.id }
            table.append([
                .text(option.id.description), .text(option.title),
                .flag(result.portfolio.options.contains(option.id)),
                .optional(round.decidedWords(on: option.id), else: "not decided"), .money(option.fullYear),
                .optional(outcome?.reason, else: "not decided"),
            ])
        }
        return table
    }

    /// What each member gave, as it was given: on the criterion’s own scale.
    private static func scoresGiven(in round: Round) -> Table {
        var table = Table(
            key: "scoresGiven", caption: "Every score that was given",
            columns: [
                .init("member", "Member"), .init("option", "Option"), .init("criterion", "Criterion"),
                .init("score", "Score"), .init("low", "Lowest thought possible"),
                .init("high", "Highest thought possible"), .init("counts", "Counts"),
            ],
            notes: [
                "Members are known by short name; scores are on the criterion’s own scale. A score of a member who is "
                    + "left out of the option does not count."
            ])
        for member in round.members {
            let left = round.excluded(member.id)
            for score in round.scores[member.id] ?? [] {
                table.append([
                    .text(member.id.description), .text(score.option.description),
                    .text(score.criterion.description), .exact(score.value),
                    score.low.map { .exact($0) } ?? .absent("sure"), score.high.map { .exact($0) } ?? .absent("sure"),
                    .flag(!left.contains(score.option)),
                ])
            }
        }
        return table
    }

    private static func weightsGiven(in round: Round) -> Table {
        var table = Table(
            key: "weightsGiven", caption: "What each member said of weights",
            columns: [.init("member", "Member"), .init("said", "What was said, as JSON")])
        for member in round.members {
            for given in round.weights[member.id] ?? [] {
                table.append([.text(member.id.description), .text(JSONValue(encoding: given).canonical)])
            }
        }
        return table
    }

    private static func acts(of journal: JournalExtract) -> Table {
        var table = Table(
            key: "acts", caption: "What was done, in order",
            columns: [
                .init("line", "Line of the journal"), .init("at", "When (UTC)"), .init("author", "Author’s number"),
                .init("act", "Act"), .init("digest", "SHA-256 of the line"),
            ],
            notes: ["Authors are known by number; names are kept apart. record.json has every act whole."])
        for line in journal.lines {
            table.append([
                .count(line.sequence), .text(line.at.description), .count(line.author), .text(line.act),
                .text(line.digest.description),
            ])
        }
        return table
    }

    /// How the decision differs from the one that an appeal set aside; nil where there was none.
    static func changes(of record: PublishedRecord, _ replayed: ReplayedRecord) -> Table? {
        guard let earlier = replayed.earlier, let before = earlier.decision else { return nil }
        let (round, now) = (replayed.round, replayed.round.decision)
        let old = record.earlierResults.last { PublishedRecord.digest(of: $0) == earlier.result?.digest }
        var table = Table(
            key: "changes", caption: "What changed since the decision of \(before.decidedOn.inWords)",
            columns: [
                .init("option", "Option"), .init("outcomeBefore", "Decided before"), .init("outcome", "Decided now"),
                .init("isChanged", "Changed"), .init("wasRecommended", "Recommended before"),
                .init("isRecommended", "Recommended now"), .init("reason", "Reason now"),
            ],
            notes: earlier.result?.digest == round.result?.digest ? ["Both decisions rest on the same answer."] : [])
        let gone = earlier.options.filter { round.option($0.id) == nil }
        for option in round.options + gone {
            let first = before.outcomes.first { $0.option == option.id }
            let second = now?.outcomes.first { $0.option == option.id }
            table.append([
                .text(option.title), .optional(earlier.decidedWords(on: option.id), else: "not an option"),
                .optional(round.decidedWords(on: option.id), else: "withdrawn"),
                .flag(first?.outcome != second?.outcome),
                old.map { .flag($0.portfolio.options.contains(option.id)) } ?? .absent("answer not kept"),
                .flag(record.result.portfolio.options.contains(option.id)),
                .optional(second?.reason, else: "withdrawn"),
            ])
        }
        return table
    }
}
