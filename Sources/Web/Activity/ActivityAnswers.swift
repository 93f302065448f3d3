import Access
import Activity
import Challenges
import Pages
import Store
import Tabular
import Vocabulary

/// What providers bill: what was taken in, and the rules of challenges.
enum ActivityAnswers {
    static func routes(_ routes: inout RouteList) {
        routes.page("/activity", entry: .holding(.readContracts)) { try all($0) }
        routes.page("/activity/rules", entry: .signedIn, isKept: true) { try rules($0) }
    }

    static func all(_ question: Question) throws -> Answer {
        let (submissions, references) = try question.store.read { db in
            (try HeldSubmission.all(db), try HeldReference.all(db))
        }
        let table = SubmissionsTable.table(of: submissions)
        return Answer(
            ActivityPage(
                submissions: shown(table, of: submissions), references: inWords(ReferencesTable.table(of: references)),
                mayTakeIn: question.mayEditActivity), table: table)
    }

    /// As people read it: a file's name leads to its problems, kinds and moments are words.
    private static func shown(_ table: Table, of submissions: [HeldSubmission]) -> Table {
        var shown = inWords(table)
        for (place, submission) in submissions.enumerated() {
            for (column, key) in table.columns.map(\.key).enumerated() {
                switch key {
                case "file":
                    shown.rows[place][column] = .link(
                        submission.name, path: ActivityDeed.submission(submission.digest).path)
                case "layout": shown.rows[place][column] = .text(kind(of: submission.layout))
                default: break
                }
            }
        }
        return shown
    }

    /// `patient-level (PLCM)`.
    static func kind(of layout: String) -> String {
        MonitoringFile(rawValue: layout)?.inWords.replacing(" contract monitoring", with: "") ?? layout
    }

    /// With moments as people write them.
    private static func inWords(_ table: Table) -> Table {
        var table = table
        guard let column = table.columns.firstIndex(where: { $0.key == "at" }) else { return table }
        for place in table.rows.indices {
            guard case .text(let text) = table.rows[place][column], let moment = Moment(text: text) else { continue }
            table.rows[place][column] = .text(moment.inLondon.inWords)
        }
        return table
    }

    static func rules(_ question: Question) throws -> Answer {
        let rules = ChallengeRule.shipped
        let table = RulesTable.table(rules)
        return Answer(
            ChallengeRulesPage(
                table: table, letters: rules.map { ("\($0.id) \($0.words.title)", $0.words.letter) }), table: table)
    }
}
