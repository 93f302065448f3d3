import Access
import Contracts
import Governance
import Markup
import Pages
import Store
import Vocabulary

/// A committee for whoever keeps its meetings: it is formed, people are appointed and leave, terms are set, it ends.
enum CommitteeFormAnswer {
    private static let trail: [(name: String, route: Route)] = [("Committees", .committees)]

    // MARK: - Forming

    static func forming(_ question: Question, _ sent: Sent?) throws -> GovernanceAsking {
        let work = try GovernanceWork(question)
        let form = FormCommitteeForm(sent?.filled ?? SentValues(), bodies: work.bodies(.keepMeetings))
        var typed = form
        let named = sent.flatMap { _ in typed.read()?.committee }
        return try GovernanceAsking(
            GovernanceForm(
                work: work, heading: "Form a committee", trail: trail, form: form,
                deed: CommitteeDeed.form.destination, button: .init("Form it"),
                done: named.map { CommitteeDeed.keeping($0).path } ?? Route.committees.path,
                notice: "The committee is formed.",
                isRecorded: { act in
                    work.book.committees[act.committee].map {
                        ($0.title, $0.body, $0.formedOn) == (act.title, act.body, act.formedOn)
                    } ?? false
                },
                forbidden: { act in
                    question.reach(.keepMeetings).covers(act.body)
                        ? nil
                        : Refusal(
                            .permission, code: "not-your-body", "You keep no meetings at that body.",
                            remedy: "Choose one of the list.")
                }, told: { _, _ in nil }
            ) { act, _, _ in [act] })
    }

    static func keeping(_ question: Question) throws -> Answer {
        let work = try GovernanceWork(question)
        let committee = try work.committee(.keepMeetings)
        return Answer(CommitteeKeepingPage(committee, in: work.book, on: work.day, name: work.name))
    }

    /// A form on a committee whose meetings the visitor keeps.
    private static func made<Asked: AskedForm>(
        _ heading: String, _ form: Asked, _ deed: CommitteeDeed, _ work: GovernanceWork, _ committee: Committee,
        button: Form.Button, notice: String, before: [Html] = [],
        checking: GovernanceForm<Asked>.Checking? = nil, acts: GovernanceForm<Asked>.Acts? = nil
    ) throws -> GovernanceAsking where Asked.Answer: GovernanceAct {
        let keeping = CommitteeDeed.keeping(committee.id)
        return try GovernanceAsking(
            GovernanceForm(
                work: work, heading: heading,
                trail: trail + [(committee.title, .committee(committee.id)), ("Keep it", .committeeWork(keeping))],
                form: form, deed: deed.destination, button: button, done: keeping.path, notice: notice,
                before: before, record: RecordName(.committee, committee.id), checking: checking,
                told: GovernanceForm<Asked>.sameAct, acts: acts ?? { act, _, _ in [act] }))
    }

    // MARK: - Seats

    private static func seatForm(
        _ filled: SentValues, _ work: GovernanceWork, _ committee: Committee, of person: Slug? = nil
    ) -> SeatForm {
        let seats = committee.memberships.filter { $0.until.map { $0 >= work.day } ?? true }
        let members = seats.filter { $0.deputyFor == nil && $0.person != person }.map(\.person)
        let held = Set(seats.map(\.person))
        return SeatForm(
            filled, committee: committee.id, person: person,
            people: work.people().filter { one in !held.contains { $0.description == one.value } },
            members: Set(members).map { Choice($0.description, work.name($0)) }
                .sorted { ($0.words, $0.value) < ($1.words, $1.value) },
            roles: work.book.committees.values.flatMap(\.memberships).flatMap(\.roles))
    }

    static func appointing(_ question: Question, _ sent: Sent?) throws -> GovernanceAsking {
        let work = try GovernanceWork(question)
        let committee = try work.committee(.keepMeetings)
        let form = seatForm(sent?.filled ?? SentValues(), work, committee)
        var before: [Html] = []
        if work.question.visitor.signedIn != nil, work.may(.keepRegister, in: [committee.id]) {
            before = [
                .paragraph([
                    "Somebody who is not in the list is entered on the register of interests first: ",
                    .link("enter them", to: RegisterDeed.enter.destination), ".",
                ])
            ]
        }
        return try made(
            "Appoint somebody", form, .appoint(committee.id), work, committee, button: .init("Appoint them"),
            notice: "They are appointed.", before: before)
    }

    /// The seat of the path that lasts longest.
    ///
    /// - Throws: `not-found`.
    private static func seat(_ work: GovernanceWork, on committee: Committee) throws -> Membership {
        let person = try work.question.parameter("person") { Slug($0) }
        guard let seat = committee.memberships.last(where: { $0.person == person }) else {
            throw Refusal(.usage, code: "not-found", "A seat of \(person)")
        }
        return seat
    }

    /// The seat as it was ends on the day before, and the person is appointed anew.
    static func changingSeat(_ question: Question, _ sent: Sent?) throws -> GovernanceAsking {
        let work = try GovernanceWork(question)
        let committee = try work.committee(.keepMeetings)
        let seat = try seat(work, on: committee)
        var standing = SeatForm.filled(with: AppointMember(committee: committee.id, membership: seat))
        standing.set("from", to: DayTyped())
        return try made(
            "Change a seat", seatForm(sent?.filled ?? standing, work, committee, of: seat.person),
            .changeSeat(committee.id, seat.person), work, committee, button: .init("Change it"),
            notice: "The seat is changed; what it was stays on the record.",
            before: [.paragraph(.name(work.name(seat.person)), class: "subtitle")]
        ) { act, _, _ in
            let last = act.membership.from.adding(days: -1)
            return [EndMembership(committee: committee.id, person: seat.person, until: last), act]
        }
    }

    static func endingSeat(_ question: Question, _ sent: Sent?) throws -> GovernanceAsking {
        let work = try GovernanceWork(question)
        let committee = try work.committee(.keepMeetings)
        let seat = try seat(work, on: committee)
        let form = EndSeatForm(sent?.filled ?? SentValues(), committee: committee.id, person: seat.person)
        return try made(
            "End a seat", form, .endSeat(committee.id, seat.person), work, committee, button: .init("Check it"),
            notice: "The last day of the seat is recorded.",
            before: [.paragraph(.name(work.name(seat.person)), class: "subtitle")],
            checking: .init(
                heading: "Check the end of the seat", button: .init("End the seat"),
                notes: { act in
                    guard let after = try work.committee(committee.id, after: [act]) else { return [] }
                    let day = act.until.adding(days: 1)
                    return CommitteeTables(after, in: work.book, on: day).warnings
                        .map { .paragraph(.name(work.book.naming($0, work.name)), class: "warning") }
                }, trial: { [$0] }))
    }

    // MARK: - Terms and the end

    static func terms(_ question: Question, _ sent: Sent?) throws -> GovernanceAsking {
        let work = try GovernanceWork(question)
        let committee = try work.committee(.keepMeetings)
        let standing = committee.terms(on: work.day) ?? committee.terms.last
        var filled = standing.map { TermsForm.filled(with: SetTerms(committee: committee.id, terms: $0)) }
        filled?.set("from", to: DayTyped())
        let members = committee.memberships.filter { $0.until.map { $0 >= work.day } ?? true }
        let form = TermsForm(
            sent?.filled ?? filled ?? SentValues(), committee: committee.id, standing: standing,
            roles: Array(Set(members.flatMap(\.roles))), people: work.people())
        return try made(
            "Set the terms of reference", form, .terms(committee.id), work, committee, button: .init("Check the terms"),
            notice: "The terms of reference are set.",
            checking: .init(
                heading: "Check the terms of reference", button: .init("Set the terms"),
                notes: { act in
                    [
                        .paragraph(
                            .name("It is quorate with \(work.book.naming(act.terms.quorum.inWords, work.name))."),
                            class: "lede"),
                        .paragraph("Its members can meet this quorum. Terms before stay on the record for their days."),
                    ]
                }, trial: { [$0] },
                file: (
                    "document", "The document itself, if you have it as a file",
                    "It is kept, and the record holds its digest.", nil
                ))
        ) { act, _, texts in
            var act = act
            if let file = sent?.body.files(in: "document").first {
                act.terms.document = try texts.hold(try file.bytes())
            }
            return [act]
        }
    }

    static func dissolving(_ question: Question, _ sent: Sent?) throws -> GovernanceAsking {
        let work = try GovernanceWork(question)
        let committee = try work.committee(.keepMeetings)
        let others = work.book.committees.values.filter { $0.id != committee.id && $0.dissolvedOn == nil }
            .sorted { ($0.title, $0.id) < ($1.title, $1.id) }.map { Choice($0.id.description, $0.title) }
        let form = DissolveForm(sent?.filled ?? SentValues(), committee: committee.id, others: others)
        return try made(
            "Dissolve the committee", form, .dissolve(committee.id), work, committee, button: .init("Check it"),
            notice: "Its last day is recorded.",
            checking: .init(
                heading: "Check before the committee is dissolved",
                button: .init("Dissolve the committee", .warning),
                notes: { _ in
                    [.paragraph("This cannot be undone: a committee is never formed twice.", class: "warning")]
                }, trial: { [$0] }))
    }
}

extension GovernanceWork {
    /// The committee of the path, at whose body the visitor holds a permission.
    ///
    /// - Throws: `not-found`, also where the visitor does not.
    func committee(_ permission: Permission) throws -> Committee {
        let id = try question.parameter("committee") { Slug($0) }
        guard let committee = book.committees[id], may(permission, in: [id]) else {
            throw Refusal(.usage, code: "not-found", "The committee \(id)")
        }
        return committee
    }

    /// A committee as acts would leave it.
    func committee(_ id: Slug, after acts: [any GovernanceAct]) throws -> Committee? {
        var book = book
        for act in acts {
            book = try act.decide(
                GovernanceBefore(book: book, rulebook: desk.rules.rulebook), by: account.author, at: question.now)
        }
        return book.committees[id]
    }

    /// Bodies at which the visitor holds a permission, by name: commissioners, and whoever has a committee already.
    func bodies(_ permission: Permission) -> [Choice] {
        let reach = question.reach(permission)
        var codes = Set(question.desk.book.contractYears.map(\.commissioner))
        codes.formUnion(book.committees.values.map(\.body))
        if case .at(let own) = reach { codes.formUnion(own) }
        let names = OrganisationNames(question.desk)
        return codes.filter { reach.covers($0) }
            .map { Choice($0.description, names.name(of: $0, on: day) ?? $0.description) }
            .sorted { ($0.words, $0.value) < ($1.words, $1.value) }
    }
}
