package import Access
package import Assessments
import GRDB
package import Governance
package import Performance
package import Priorities
import Rulebook
package import Vocabulary

/// Acts of one kind, by the names under which the journal has them.
package protocol ActsByName {
    associatedtype Performed

    /// - Throws: where this Remit does not know the act, or the line does not say it whole.
    static func decode(name: String, _ json: JSONValue) throws(Refusal) -> Performed
}

extension RoundActs: ActsByName {}
extension GovernanceActs: ActsByName {}
extension AccessActs: ActsByName {}
extension AssessmentActs: ActsByName {}
extension MatterActs: ActsByName {}

/// One act on a round, as it was performed.
package typealias RoundActHeld = HeldAct<RoundActs>
/// One act of governance, as it was performed.
package typealias GovernanceActHeld = HeldAct<GovernanceActs>
/// One act on an account, as it was performed.
package typealias AccessActHeld = HeldAct<AccessActs>
/// One act on a needs assessment, as it was performed.
package typealias AssessmentActHeld = HeldAct<AssessmentActs>
/// One act on a matter of a contract, as it was performed.
package typealias MatterActHeld = HeldAct<MatterActs>

/// One act that is kept whole beside its line of the journal, as it was performed.
package struct HeldAct<Acts: ActsByName>: Sendable {
    /// Whose act it is: a round's or an account's short name, or `meeting/pccc-2026-03`.
    package let record: String
    /// The line of the journal.
    package let sequence: Int
    package let moment: Moment
    package let author: Author
    package let act: String
    /// The act, whole: canonical JSON.
    package let body: String
    /// Of the line.
    package let digest: EvidenceID
    /// The rules by which it was decided, as its line names them: canonical JSON.
    let rules: String

    /// Those that a question finds, in its order.
    ///
    /// - Parameter sql: what follows `SELECT … FROM` a table of acts, called `k`, with its line `j` and author `a`.
    static func all(
        in table: String, record: String, where sql: String, _ arguments: StatementArguments, _ db: Database
    ) throws -> [HeldAct] {
        try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    SELECT k.sequence, \(record) AS record, k.act, k.body, j.at, j.authorId, j.digest, a.name,
                        json_extract(j.content, '$.rules') AS rules
                    FROM \(table) k JOIN journal j ON j.sequence = k.sequence JOIN author a ON a.id = j.authorId
                    WHERE \(sql) ORDER BY k.sequence
                    """),
            arguments: arguments
        ).map { row in try HeldAct(row) }
    }

    private init(_ row: Row) throws(Refusal) {
        let (sequence, act): (Int, String) = (row["sequence"], row["act"])
        let name: String? = row["name"]
        guard let moment = Moment(text: row["at"] as String), let digest = EvidenceID(row["digest"] as String),
            let author = Author(name ?? Author.removed(row["authorId"]))
        else {
            throw Refusal(
                .wanting, code: "line-unreadable", "Line \(sequence) of the journal (\(act)) cannot be read.",
                remedy: "Run remit verify, and restore a backup that holds.")
        }
        self.sequence = sequence
        self.act = act
        self.moment = moment
        self.digest = digest
        self.author = author
        record = row["record"]
        body = row["body"]
        rules = row["rules"] ?? ""
    }

    /// The act as it was given.
    ///
    /// - Throws: where this Remit does not know the act, or the line does not say it whole.
    package func value() throws(Refusal) -> Acts.Performed {
        try Acts.decode(name: act, JSONValue(parsing: Array(body.utf8), named: act))
    }

    /// What acts come to, each decided again by the rules of its own day.
    ///
    /// - Parameters:
    ///   - rules: those in force, which are not read again where a line names the same.
    ///   - code: of the `Refusal` of kind `wanting` that is thrown where one of them cannot be done again.
    static func folded<State>(
        _ acts: [HeldAct], onto start: State, under rules: RulesInForce, broken code: String, _ db: Database,
        deciding: (State, HeldAct, Rulebook) throws(Refusal) -> State
    ) throws -> State {
        var rulebooks = [rules.journalled.canonical: rules.rulebook]
        var state = start
        for act in acts {
            let rulebook = try rulebooks[act.rules] ?? RulesInForce(named: act.rules, keptBy: db).rulebook
            rulebooks[act.rules] = rulebook
            do {
                state = try deciding(state, act, rulebook)
            } catch {
                throw Refusal(
                    .wanting, code: code,
                    "Line \(act.sequence) of the journal (\(act.act)) cannot be done again: \(error.sentence)",
                    remedy: "Run remit verify, and restore a backup that holds.")
            }
        }
        return state
    }
}

extension Author {
    /// What stands for a name that was disposed of.
    package static func removed(_ number: Int) -> String { "Name removed \(number)" }
}
