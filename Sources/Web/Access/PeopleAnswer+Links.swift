import Access
import Governance
import Markup
import Notices
import Pages
import Priorities
import Store
import Vocabulary

/// What an account is tied to: seats in rounds, a person of the register, a provider elsewhere; and invitations.
extension PeopleAnswer {
    static func routes(_ routes: inout RouteList) {
        routes.page("/people/:account/close", entry: .holding(.administer), isTable: false) { try closing($0) }
        routes.form("/people/:account/seat", entry: .holding(.administer)) { try takeSeat($0) }
        routes.form("/people/:account/leave-seat", entry: .holding(.administer)) { try leaveSeat($0) }
        routes.form("/people/:account/person", entry: .holding(.administer)) { try linkPerson($0) }
        routes.form("/people/:account/unlink-person", entry: .holding(.administer)) { try unlinkPerson($0) }
        routes.form("/people/:account/invite", entry: .holding(.administer)) { try invite($0) }
        routes.form("/people/:account/unlink-sign-in", entry: .holding(.administer)) { try unlinkSignIn($0) }
    }

    /// Asks once more. One's own account, and one that is closed, has no such page.
    static func closing(_ question: Question) throws -> Answer {
        let page = try page(question)
        guard page.mayBeClosed else { throw Refusal(.usage, code: "not-found", "") }
        return Answer(
            CloseAccountPage(token: question.token, account: page.account, name: page.name, day: page.day))
    }

    static func takeSeat(_ sent: Sent) throws -> Outcome {
        var page = try page(sent.question)
        let parts = sent.body.text("seat").split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let round = Slug(parts[0]), let member = Slug(parts[1]) else {
            page.ties.errors["seat"] = "Choose a member of a round."
            return Outcome(kind: .again(page))
        }
        let id = page.account.id
        do {
            _ = try sent.question.seats(round)
            try perform(sent) { _, _ in [TakeSeat(account: id, round: round, member: member)] }
        } catch let refusal as Refusal where refusal.kind != .engine && refusal.code != "not-found" {
            page.ties.errors["seat"] = refusal.description
            return Outcome(kind: .again(page))
        }
        var notice = "\(page.name) is now the member “\(member)”."
        if let mail = sent.question.mail, sent.body.text("invite") == "yes" {
            try mail.invite(id, to: .round(round), at: sent.question.now)
            notice += " An invitation is on its way."
        }
        return .done(.personAccount(id), notice)
    }

    static func leaveSeat(_ sent: Sent) throws -> Outcome {
        guard let round = Slug(sent.body.text("round")) else {
            throw Refusal(.usage, code: "unreadable-round", "The form names no round.")
        }
        return try change(sent, "The seat was taken away.") { LeaveSeat(account: $0, round: round) }
    }

    static func linkPerson(_ sent: Sent) throws -> Outcome {
        var page = try page(sent.question)
        let id = page.account.id
        guard let person = Slug(sent.body.text("person")) else {
            page.ties.errors["person"] = "Choose a person of the register."
            return Outcome(kind: .again(page))
        }
        do {
            try perform(sent) { _, _ in [LinkPerson(account: id, person: person)] }
        } catch let refusal as Refusal where refusal.kind != .engine {
            page.ties.errors["person"] = refusal.description
            return Outcome(kind: .again(page))
        }
        return .done(.personAccount(id), "\(page.name) is now “\(person)” of the register.")
    }

    static func unlinkPerson(_ sent: Sent) throws -> Outcome {
        try change(sent, "The link to the register was taken away.") { UnlinkPerson(account: $0) }
    }

    /// Puts an invitation into the outbox; what it says is made when it is sent.
    static func invite(_ sent: Sent) throws -> Outcome {
        var page = try page(sent.question)
        guard let mail = sent.question.mail, page.mayBeInvited else {
            throw Refusal(.usage, code: "not-found", "")
        }
        let said = sent.body.text("cause")
        guard let cause = InvitationCause(said), page.ties.causes?.contains(where: { $0.value == said }) == true else {
            page.given.failure = "Choose what to invite \(page.name) to."
            return Outcome(kind: .again(page))
        }
        do {
            try requireReach(of: page.account.id, sent.question)
            try mail.invite(page.account.id, to: cause, at: sent.question.now)
        } catch let refusal as Refusal where refusal.kind == .rule || refusal.kind == .permission {
            page.given.failure = refusal.description
            return Outcome(kind: .again(page))
        }
        return .done(.personAccount(page.account.id), "An invitation to \(page.name) is on its way.")
    }

    /// Whoever sends somebody a link to a password must be one who might suspend the account.
    ///
    /// - Throws: `beyond-your-reach`.
    private static func requireReach(of account: Slug, _ question: Question) throws {
        let book = try question.door.keeper.people().book
        let act = SuspendAccount(account: account)
        let visitor = try question.signedIn().account
        guard question.door.rules.mayPerform(act, as: visitor, in: book, on: question.now.inLondon.day) else {
            throw PeopleAnswer.beyondReach
        }
    }

    static func unlinkSignIn(_ sent: Sent) throws -> Outcome {
        var page = try PeopleAnswer.page(sent.question)
        do {
            try sent.question.door.keeper.unlink(
                page.account.id, issuer: sent.body.text("issuer"), as: sent.question.signedIn().account.id,
                at: sent.question.now)
        } catch let refusal as Refusal where refusal.kind != .engine {
            page.given.failure = refusal.description
            return Outcome(kind: .again(page))
        }
        return .done(.personAccount(page.account.id), "The link was taken away, and the sessions begun there ended.")
    }

    // MARK: - What there is to choose

    static func ties(of account: Account, _ question: Question) throws -> PersonAccountPage.Ties {
        var ties = PersonAccountPage.Ties()
        let people = try question.door.keeper.people().book
        for round in try question.rounds.rounds() {
            ties.titles[round.id] = round.title
            guard account.member(in: round.id) == nil,
                !account.seats.contains(where: { $0.round == round.id && $0.isHeld }),
                let members = try? question.seats(round.id)
            else { continue }
            let free = members.filter { people.account(ofMember: $0, in: round.id) == nil }
            if free.isEmpty { continue }
            ties.seats.append(
                ChoiceGroup(round.title, free.map { Choice("\(round.id)/\($0)", $0.description) }))
        }
        let book = question.wholeGovernance
        let names = PartyNames(
            of: book, on: question.now.inLondon.day, organisation: { _ in nil }, text: question.registerText)
        ties.people = book.people.keys.filter { people.account(ofPerson: $0) == nil }.sorted()
            .map { Choice($0.description, "\(names.name(person: $0)) (\($0))") }
        ties.personName = account.person.map { names.name(person: $0) }
        if question.mail != nil { ties.causes = causes(for: account, titles: ties.titles, book, question) }
        return ties
    }

    private static func causes(
        for account: Account, titles: [Slug: String], _ book: GovernanceBook, _ question: Question
    ) -> [Choice] {
        let day = question.now.inLondon.day
        var causes = [Choice(InvitationCause.account.description, "Remit")]
        for seat in account.seats where seat.isHeld {
            causes.append(
                Choice(
                    InvitationCause.round(seat.round).description,
                    "The round “\(titles[seat.round] ?? seat.round.description)”"))
        }
        guard let person = account.person else { return causes }
        let coming = book.meetings.values.filter { meeting in
            meeting.startsAt > question.now && meeting.state != .cancelled
                && meeting.committees.contains { book.committees[$0]?.member(person, on: day) != nil }
        }
        for meeting in coming.sorted(by: { ($0.startsAt, $0.id) < ($1.startsAt, $1.id) }) {
            let titles = meeting.committees.map { book.committees[$0]?.title ?? $0.description }
            causes.append(
                Choice(
                    InvitationCause.meeting(meeting.id).description,
                    "\(titles.joined(separator: " and ")) on \(meeting.startsAt.inLondon.day.inWords)"))
        }
        return causes
    }
}

extension Question {
    /// The members of a round, in its order, where the visitor administers its commissioner.
    ///
    /// - Throws: `not-found` where they do not, or there is no such round.
    func seats(_ id: Slug) throws -> [Slug] {
        guard let round = try rounds.rounds().first(where: { $0.id == id }),
            reach(.administer).covers(round.programme.commissioner)
        else { throw Refusal(.usage, code: "not-found", "") }
        return round.members.map(\.id)
    }
}
