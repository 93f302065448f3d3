package import Governance
import GRDB
import Priorities
package import Vocabulary

/// What a priority round says of an agenda item that is about it: that is how declared interests find the item.
///
/// The published contracts have no code of their provider, so a contract's number stands as the code of whoever holds
/// it, and a declaration names that number as its counterparty. Other contracts under the same provider's name on that
/// day are touched too; the name itself, which may be a person's, is not written down.
package struct RoundOnAgenda {
    private let desk: GovernanceDesk

    package init(_ desk: GovernanceDesk) { self.desk = desk }

    /// The item with touches, classes, gates and the result from its round, besides what it has.
    ///
    /// Where the round stops or changes a service, so does the item.
    ///
    /// - Parameter day: of the meeting: contracts stand with whoever holds them then.
    /// - Throws: `no-such-round`; anything but a round is left as it is.
    package func filled(_ item: AgendaItem, on day: Day) throws -> AgendaItem {
        guard case .round(let id) = item.subject else { return item }
        return try desk.store.read { db in
            let round = try RoundDesk.round(id, under: desk.rules, db)
            var filled = item
            for touch in try touches(of: round, on: day, db) {
                let isHeld = filled.touches.contains {
                    $0.organisation == touch.organisation && $0.part == touch.part
                }
                if !isHeld { filled.touches.append(touch) }
            }
            for shared in Set(round.members.compactMap(\.sharedClass)).sorted()
            where !filled.classes.contains(shared) {
                filled.classes.append(shared)
            }
            filled.gates += gates(of: round, besides: filled.gates)
            // By the parts of a paper the meeting knows every option, and may vote on each.
            if let result = round.result, !filled.papers.contains(where: { $0.document == result.digest }) {
                filled.papers.append(
                    .init(
                        title: "Result of the round “\(round.title)”", document: result.digest,
                        dated: result.at.day, parts: round.options.map(\.id)))
            }
            if round.options.contains(where: \.needsAssessments) { filled.changesService = true }
            return filled
        }
    }

    private func touches(of round: Round, on day: Day, _ db: Database) throws -> [AgendaItem.Touch] {
        var touches: [AgendaItem.Touch] = []
        var others: [String: [String]] = [:]
        for option in round.options {
            let freed = option.freesContracts.map {
                ($0.contract, "holds contract \($0.contract), from which “\(option.id)” takes money")
            }
            let needed = option.needsContracts.map { ($0, "holds contract \($0), which “\(option.id)” needs") }
            for (contract, how) in freed + needed {
                guard let code = OrganisationCode(contract) else { continue }
                touches.append(.init(organisation: code, part: option.id, how: how))
                let more = try others[contract] ?? RoundOnAgenda.sameProvider(as: contract, on: day, db)
                others[contract] = more
                touches += more.compactMap { other in
                    OrganisationCode(other).map {
                        .init(
                            organisation: $0, part: option.id,
                            how: "holds contract \(other) under the provider's name of contract \(contract), which "
                                + "“\(option.id)” touches")
                    }
                }
            }
        }
        return touches
    }

    /// The other contracts that stood, by the day, under the provider's name under which this one stood.
    private static func sameProvider(as contract: String, on day: Day, _ db: Database) throws -> [String] {
        try String.fetchAll(
            db,
            sql: """
                WITH latest AS (
                    SELECT h.provider FROM dental_month m JOIN holder h ON h.id = m.holderId
                    WHERE h.contract = :contract AND m.month <= :month
                        AND m.id NOT IN (SELECT rowId FROM dental_month_superseded)
                    ORDER BY m.month DESC LIMIT 1)
                SELECT DISTINCT contract FROM holder
                WHERE provider IN (SELECT provider FROM latest) AND contract <> :contract ORDER BY contract
                """,
            arguments: ["contract": contract, "month": day.month.index])
    }

    /// One gate for each kind: the last of the round's documents of that kind, so long as the meeting has none.
    private func gates(of round: Round, besides held: [AgendaItem.Gate]) -> [AgendaItem.Gate] {
        AgendaItem.Gate.Kind.allCases.compactMap { kind in
            guard !held.contains(where: { $0.kind == kind }) else { return nil }
            let own = round.assessments.filter { $0.kind.rawValue == kind.rawValue }
            guard let last = own.max(by: { $0.dated < $1.dated }) else { return nil }
            let title = own.count == 1 ? last.title : own.map(\.title).joined(separator: "; ")
            return AgendaItem.Gate(
                kind: kind, title: title, document: last.document, dated: last.dated,
                reasonForNone: last.document == nil ? last.reasonForNone : nil)
        }
    }
}
