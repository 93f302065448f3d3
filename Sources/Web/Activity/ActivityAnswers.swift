import Access
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
        var shown = table
        if let column = table.columns.firstIndex(where: { $0.key == "digest" }) {
            for (place, submission) in submissions.enumerated() {
                shown.rows[place][column] = .link(
                    submission.digest.short, path: ActivityDeed.submission(submission.digest).path)
            }
        }
        return Answer(
            ActivityPage(
                submissions: shown, references: ReferencesTable.table(of: references),
                mayTakeIn: question.mayEditActivity), table: table)
    }

    static func rules(_ question: Question) throws -> Answer {
        let rules = ChallengeRule.shipped
        let table = RulesTable.table(rules)
        return Answer(
            ChallengeRulesPage(
                table: table, letters: rules.map { ("\($0.id) \($0.words.title)", $0.words.letter) }), table: table)
    }
}
