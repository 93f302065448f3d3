public import Tabular
public import Vocabulary

extension CommitteeTables {
    /// What stands in the way of the committee's deciding, one sentence each: no terms, a quorum that its members can no
    /// longer meet, seats of people who have left, no chair.
    public var warnings: [String] {
        guard committee.exists(on: day) else {
            return ["The committee does not exist on \(day.inWords)."]
        }
        var warnings: [String] = []
        let members = committee.members(on: day)
        if let terms = committee.terms(on: day) {
            let answer = try? QuorumCanBeMet.judge(terms.quorum, seats: seats)
            if let answer, !answer.isMet {
                warnings.append(
                    "The members of \(day.inWords) can never meet the quorum: \(QuorumWords.listed(answer.missing)) "
                        + "would be needed.")
            }
        } else {
            warnings.append("No terms of reference are in force on \(day.inWords).")
        }
        if !members.contains(where: { $0.office == .chair }) { warnings.append("Nobody holds the chair.") }
        for seat in members {
            if let member = seat.deputyFor, !members.contains(where: { $0.person == member }) {
                warnings.append("“\(seat.person)” deputises for “\(member)”, who has no seat.")
            }
            guard let person = book.people[seat.person], let left = person.left, left < day else { continue }
            warnings.append("“\(seat.person)” left on \(left.inWords) and still has a seat.")
        }
        return warnings
    }

    /// The terms of reference over time, the latest entered last.
    public var termsOverTime: Table {
        var table = Table(
            key: "termsOverTime", caption: "Terms of reference of \(committee.title) over time",
            columns: [
                .init("from", "In force from"), .init("quorum", "Quorum"), .init("majority", "Majority"),
                .init("document", "Document"),
            ])
        for terms in committee.terms {
            table.append([
                .day(terms.from), .text(terms.quorum.inWords), .text(terms.majority.inWords), .text(terms.citation),
            ])
        }
        return table
    }

    /// Every committee of the book, those that exist on the day first.
    public static func committees(in book: GovernanceBook, on day: Day) -> Table {
        var table = Table(
            key: "committees", caption: "Committees, \(day.inWords)",
            columns: [
                .init("committee", "Committee"), .init("title", "Title"), .init("body", "Body"),
                .init("members", "Members"), .init("quorum", "Quorum"), .init("formedOn", "Formed"),
                .init("dissolvedOn", "Last day"), .init("foundUnder", "Found under"),
            ])
        let all = book.committees.values.sorted { left, right in
            let (isLeft, isRight) = (left.exists(on: day), right.exists(on: day))
            return isLeft == isRight ? left.id < right.id : isLeft
        }
        for committee in all {
            let under = FollowCommittees.successors(of: committee.id, on: day, in: book)
            table.append([
                .text(committee.id.description), .text(committee.title), .text(committee.body.description),
                .count(committee.members(on: day).count),
                .optional(committee.terms(on: day)?.quorum.inWords, else: "no terms in force"),
                .day(committee.formedOn), .optional(committee.dissolvedOn, else: "open"),
                under == [committee.id]
                    ? .absent("itself")
                    : under.isEmpty
                        ? .absent("nothing") : .text(under.map(\.description).joined(separator: ", ")),
            ])
        }
        return table
    }
}
