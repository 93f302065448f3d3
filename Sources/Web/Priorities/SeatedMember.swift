import Access
import Pages
import Priorities
import Vocabulary

/// A member at work in a round: the one whose seat the visitor's account holds, and no other.
struct SeatedMember {
    let work: RoundAtWork
    let member: Member

    var pages: MemberPages { MemberPages(work, member) }
}

extension Question {
    /// The round that the path names.
    ///
    /// - Throws: `not-found`, also where the visitor may not know of it.
    func roundAtWork() throws -> RoundAtWork {
        let id = try parameter("round") { Slug($0) }
        let round = try rounds.reading(of: id).round
        guard mayRead(round) else { throw Refusal(.usage, code: "not-found", "Round \(id)") }
        return RoundAtWork(round, token: token, revision: rounds.head)
    }

    /// The visitor's own part of the round that the path names.
    ///
    /// - Throws: `Refusal` of kind `permission`, code `no-seat`, where the account holds no seat in it.
    func seat() throws -> SeatedMember {
        let work = try roundAtWork()
        let account = try signedIn().account
        guard let id = account.member(in: work.id), let member = work.round.member(id) else {
            throw Refusal(
                .permission, code: "no-seat", "You do not sit on the panel of “\(work.round.title)”.",
                remedy: "Ask whoever runs the round for a seat.")
        }
        return SeatedMember(work: work, member: member)
    }

    /// The round that the path names, for whoever runs it.
    ///
    /// - Throws: `Refusal` of kind `permission`, where the visitor runs rounds of other commissioners only.
    func roundRun() throws -> RoundAtWork {
        let work = try roundAtWork()
        guard may(.runRounds, in: work.round) else {
            throw Refusal(
                .permission, code: "not-your-round",
                "“\(work.round.title)” is a round of a commissioner whose rounds you do not run.",
                remedy: "Ask a commissioning manager of that commissioner.")
        }
        return work
    }

    /// The round that the path names, for whoever holds a permission where it is.
    ///
    /// - Throws: `Refusal` of kind `permission`, where the visitor holds it for other commissioners only.
    func roundAtWork(holding permission: Permission) throws -> RoundAtWork {
        let work = try roundAtWork()
        guard may(permission, in: work.round) else {
            throw Refusal(
                .permission, code: "not-your-round",
                "“\(work.round.title)” is a round of a commissioner where you may not do that.",
                remedy:
                    "Ask somebody who may: \(door.rules.roles(with: permission).map(\.inWords).joined(separator: ", "))."
            )
        }
        return work
    }

    /// True where the visitor holds a permission for the round's commissioner; for a round of none, for any.
    func may(_ permission: Permission, in round: Round) -> Bool {
        let reach = reach(permission)
        return round.programme.commissioner.map { reach.covers($0) } ?? !reach.isNowhere
    }
}

extension Sent {
    /// What the form holds besides its token.
    var values: SentValues {
        var values = body.values
        values["csrf"] = nil
        return SentValues(values)
    }
}

extension Outcome {
    static func again(_ page: any Page) -> Outcome { Outcome(kind: .again(page)) }

    static func shown(_ page: any Page) -> Outcome { Outcome(kind: .shown(page)) }

    static func done(_ part: RoundWork, in round: Slug, _ notice: String? = nil) -> Outcome {
        Outcome(kind: .done(part.path(in: round), notice: notice))
    }
}

extension Refusal {
    /// False for what only the operator can mend.
    var isForForm: Bool { kind != .engine && code != "not-found" && code != "no-seat" }
}
