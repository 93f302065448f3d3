package import Challenges
import GRDB
package import Vocabulary

/// Bundles and their sums without their rows: summed where they lie, however many there are.
extension ChallengeDesk {
    /// In the order in which they were raised.
    ///
    /// - Parameter provider: only this one's; nil for all.
    package func heads(of provider: String? = nil) throws -> [BundleHead] {
        try store.read { db in
            try Row.fetchAll(db, sql: Self.headsQuestion, arguments: [provider]).map { row in
                let name: String = row["name"]
                func day(_ column: String) throws -> Day? {
                    guard let text = row[column] as String? else { return nil }
                    guard let day = Day(text) else { throw ChallengeRows.unreadable(name) }
                    return day
                }
                guard let id = Slug(name), let commissioner = OrganisationCode(row["commissioner"] as String),
                    let raisedOn = try day("raisedOn")
                else { throw ChallengeRows.unreadable(name) }
                var head = BundleHead(
                    id: id, provider: row["provider"], commissioner: commissioner, raisedOn: raisedOn)
                (head.challenges, head.open, head.awaited) = (row["challenges"], row["open"], row["awaited"])
                head.counted = Money(pence: row["counted"])
                (head.agreed, head.credited) = (Money(pence: row["agreed"]), Money(pence: row["credited"]))
                (head.answerBy, head.answeredOn) = (try day("answerBy"), try day("answeredOn"))
                if head.open == 0 { head.concludedOn = try day("concludedOn") }
                if let step = row["step"] as String?, step != "settled" {
                    guard let kind = DisputeStep.Kind(rawValue: step) else { throw ChallengeRows.unreadable(name) }
                    (head.dispute, head.disputeUntil) = (kind, try day("stepUntil"))
                }
                head.isClosed = row["isClosed"]
                return head
            }
        }
    }

    /// Counted and summed by provider, rule and month.
    ///
    /// - Parameter bundles: only of these; nil for all.
    package func sums(of bundles: [Slug]? = nil) throws -> ChallengeSums {
        let names = bundles.map { JSONValue.list($0.map { .text($0.description) }).canonical }
        return try store.read { db in
            var sums: [ChallengeSums.Key: ChallengeSums.Sum] = [:]
            for row in try Row.fetchAll(db, sql: Self.sumsQuestion, arguments: [names]) {
                var sum = ChallengeSums.Sum()
                (sum.raised, sum.dataOnly, sum.open) = (row["raised"], row["dataOnly"], row["open"])
                (sum.upheld, sum.partUpheld, sum.withdrawn) = (row["upheld"], row["partUpheld"], row["withdrawn"])
                sum.agreed = Money(pence: row["agreed"])
                (sum.openMoney, sum.givenUp) = (Money(pence: row["openMoney"]), Money(pence: row["givenUp"]))
                sum.claimed = sum.agreed + sum.openMoney + sum.givenUp
                let month = BundleMonth(year: FinancialYear(startingIn: row["yearStart"]), month: row["month"])
                sums[ChallengeSums.Key(provider: row["provider"], rule: row["rule"], month: month)] = sum
            }
            return ChallengeSums(sums)
        }
    }

    /// Each rule's words as they were first raised; of a rule that several bundles have, once.
    package func words() throws -> [ChallengeWords] {
        try store.read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT w.* FROM challenge_words w
                    JOIN (SELECT rule, min(bundleId) AS bundleId FROM challenge_words GROUP BY rule) f
                        ON f.rule = w.rule AND f.bundleId = w.bundleId
                    ORDER BY w.rule
                    """
            ).map { row in
                ChallengeWords(
                    rule: row["rule"], title: row["title"], letter: row["letter"], source: row["source"],
                    isVerified: row["isVerified"])
            }
        }
    }

    /// The conclusion that stands on a challenge `c`, called `o`.
    private static let standingConclusion = """
        LEFT JOIN challenge_conclusion o ON o.bundleId = c.bundleId AND o.number = c.number AND o.sequence =
            (SELECT max(l.sequence) FROM challenge_conclusion l WHERE l.bundleId = c.bundleId AND l.number = c.number)
        """

    private static let headsQuestion = """
        SELECT b.name, b.provider, b.commissioner, b.raisedOn, count(*) AS challenges,
            sum(o.number IS NULL) AS open, sum(o.number IS NULL AND a.sequence IS NULL) AS awaited,
            sum(c.countedPence) AS counted, coalesce(sum(o.agreedPence), 0) AS agreed,
            max(CASE WHEN o.number IS NULL THEN f.receivedOn END) AS answeredOn, max(o.concludedOn) AS concludedOn,
            (SELECT s.deadline FROM challenge_sending s
             WHERE s.bundleId = b.id ORDER BY s.sequence DESC LIMIT 1) AS answerBy,
            (SELECT coalesce(sum(k.amountPence), 0) FROM challenge_credit k WHERE k.bundleId = b.id AND k.sequence =
                (SELECT max(l.sequence) FROM challenge_credit l WHERE l.bundleId = b.id AND l.number = k.number)
            ) AS credited,
            (SELECT d.step FROM challenge_dispute d
             WHERE d.bundleId = b.id ORDER BY d.sequence DESC LIMIT 1) AS step,
            (SELECT d.deadline FROM challenge_dispute d
             WHERE d.bundleId = b.id ORDER BY d.sequence DESC LIMIT 1) AS stepUntil,
            EXISTS (SELECT 1 FROM challenge_closing e WHERE e.bundleId = b.id) AS isClosed
        FROM challenge_bundle b JOIN challenge c ON c.bundleId = b.id
            \(standingConclusion)
            LEFT JOIN challenge_answer a ON a.bundleId = c.bundleId AND a.number = c.number AND a.sequence =
                (SELECT max(l.sequence) FROM challenge_answer l
                 WHERE l.bundleId = c.bundleId AND l.number = c.number)
            LEFT JOIN challenge_answers f ON f.sequence = a.sequence
        WHERE ?1 IS NULL OR b.provider = ?1
        GROUP BY b.id ORDER BY b.id
        """

    /// Each row's money once, as `ShareRowMoney` has it: what of a row is taken before a challenge is the greater of what
    /// is agreed on the row and the largest claim of an open challenge before it.
    private static let sumsQuestion = """
        WITH one AS (
            SELECT b.provider, c.bundleId, c.sourceId, c.rowNumber, c.number, c.rule, c.yearStart, c.month,
                c.isDataOnly, c.atRiskPence, o.outcome, coalesce(o.agreedPence, 0) AS agreed,
                sum(c.countedPence) OVER same AS money, sum(coalesce(o.agreedPence, 0)) OVER same AS agreedOfRow,
                min(c.number) OVER same AS firstOfRow
            FROM challenge_bundle b JOIN challenge c ON c.bundleId = b.id
                \(standingConclusion)
            WHERE ?1 IS NULL OR b.name IN (SELECT value FROM json_each(?1))
            WINDOW same AS (PARTITION BY c.bundleId, c.sourceId, c.rowNumber)
        ), asked AS (
            SELECT *, min(atRiskPence, money) AS claim,
                max(agreedOfRow, coalesce(max(CASE WHEN outcome IS NULL THEN min(atRiskPence, money) END) OVER (
                    PARTITION BY bundleId, sourceId, rowNumber ORDER BY number
                    ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0)) AS taken,
                max(agreedOfRow, coalesce(max(CASE WHEN outcome IS NULL THEN min(atRiskPence, money) END) OVER (
                    PARTITION BY bundleId, sourceId, rowNumber), 0)) AS takenInAll
            FROM one
        )
        SELECT provider, rule, yearStart, month, count(*) AS raised, sum(isDataOnly) AS dataOnly,
            sum(outcome IS NULL) AS open, coalesce(sum(outcome = 'upheld'), 0) AS upheld,
            coalesce(sum(outcome = 'part'), 0) AS partUpheld, coalesce(sum(outcome = 'withdrawn'), 0) AS withdrawn,
            sum(agreed) AS agreed, sum(CASE WHEN outcome IS NULL THEN max(0, claim - taken) ELSE 0 END) AS openMoney,
            sum(CASE WHEN number = firstOfRow THEN money - takenInAll ELSE 0 END) AS givenUp
        FROM asked GROUP BY provider, rule, yearStart, month
        """
}
