import Governance
import Markup
import Pages
import Rulebook
import Vocabulary

/// Pages on which registers and meetings are kept, as their keepers, members and onlookers see them.
enum GovernanceWorkSample {
    private static let token = FormToken("t0ken")!
    private static let people = GovernanceSample.book.people.keys.sorted().map {
        Choice($0.description, Sample.hostile + " \($0)")
    }
    private static let text: @Sendable (Personal) -> String? = { GovernanceSample.texts[$0] }

    private static func s(_ text: String) -> Slug { Slug(text)! }

    /// The sample's story up to an act, that one left out.
    private static func book(before act: any GovernanceAct.Type) -> GovernanceBook {
        var book = GovernanceSample.register
        book.committees[GovernanceSample.pccc] = GovernanceSample.committee
        for step in GovernanceSample.story {
            if type(of: step) == act { break }
            do {
                book = try step.decide(
                    GovernanceBefore(book: book, rulebook: .shipped), by: GovernanceSample.author,
                    at: GovernanceSample.recorded)
            } catch {
                preconditionFailure("\(type(of: step)): \(error)")
            }
        }
        return book
    }

    private static func live(
        _ book: GovernanceBook, _ meeting: Slug = GovernanceSample.may, person: String? = nil, isClerk: Bool = false
    ) -> LiveMeeting {
        LiveMeeting(
            book.meetings[meeting]!, in: book, rulebook: .shipped, at: GovernanceSample.recorded, revision: 7,
            viewer: .init(person: person.map(s), isClerk: isClerk, takesPart: person != nil), token: token,
            name: { GovernanceSample.texts[book.people[$0]!.name] ?? $0.description })
    }

    /// A page with one form: empty, and with all that is wrong with it when it is sent so.
    private static func form(_ name: String, _ form: some AskedForm) -> [(name: String, page: any Page)] {
        func page(_ form: some AskedForm) -> any Page {
            FormPage(
                "Asked in \(name)", trail: [("Meetings", .meetings)], form: form, to: "/asked", token: token,
                button: .init("Send"))
        }
        var wrong = form
        _ = wrong.read()
        if wrong.errors.isEmpty { wrong.refuse(Refusal(.rule, code: "none", "It cannot be.", remedy: "Wait.")) }
        return [("\(name)-form", page(form)), ("\(name)-form-wrong", page(wrong))]
    }

    private static var lives: [(name: String, page: any Page)] {
        let (open, voting, held) = (book(before: TakeItem.self), book(before: CastVotes.self), GovernanceSample.book)
        let july = GovernanceSample.july
        return [
            ("live-planned", LiveMeetingPage(live(held, july, isClerk: true))),
            ("live-planned-member", LiveMeetingPage(live(held, july, person: "gp"))),
            ("live-open", LiveMeetingPage(live(open, isClerk: true))),
            ("live-voting", LiveMeetingPage(live(voting, person: "vice", isClerk: true))),
            ("live-voting-member", LiveMeetingPage(live(voting, person: "nurse"), seconds: 20)),
            ("live-voting-out", LiveMeetingPage(live(voting, person: "gp"), failure: "It is not the time.")),
            ("live-closed", LiveMeetingPage(live(held, isClerk: true))),
            ("papers-clerk", MeetingPapersPage(live(held, isClerk: true), held: [Sample.digest])),
            ("papers-kept-back", MeetingPapersPage(live(held, person: "gp"), held: [Sample.digest])),
            ("papers-onlooker", MeetingPapersPage(live(held), held: [])),
            ("papers-not-out", MeetingPapersPage(live(held, july, person: "gp"), held: [])),
        ]
    }

    private static var register: [(name: String, page: any Page)] {
        let (book, day) = (GovernanceSample.book, GovernanceSample.day)
        let tables = RegisterTables(book, rulebook: .shipped, text: text)
        let named: @Sendable (OrganisationCode) -> String = { "Somewhere (\($0))" }
        var pages: [(name: String, page: any Page)] = [
            (
                "register",
                RegisterKeepingPage(
                    book, on: day, people: Array(book.people.values).sorted { $0.id < $1.id }, tables: tables,
                    text: text)
            ),
            (
                "register-of-nobody",
                RegisterKeepingPage(
                    GovernanceBook(), on: day, people: [],
                    tables: RegisterTables(GovernanceBook(), rulebook: .shipped, text: text), text: text)
            ),
        ]
        for person in book.people.values.sorted(by: { $0.id < $1.id }) {
            pages.append(
                ("register-\(person.id)", RegisterPersonPage(person, on: day, organisation: named, text: text)))
            pages.append(
                (
                    "mine-\(person.id)",
                    MyInterestsPage(
                        person, on: day, token: token, reminder: nil, organisation: named, text: text,
                        failure: "Not today.")
                ))
        }
        pages.append(("mine-of-nobody", NotOnRegisterPage()))
        return pages
    }

    private static var forms: [(name: String, page: any Page)] {
        let (m, item, entry) = (GovernanceSample.may, s("dental"), s("entry-1"))
        let committees = [Choice("pccc", "Primary care")]
        let items = [Choice("dental", "Dental \(Sample.hostile)")]
        return form("declare", DeclarationForm(entry: entry))
            + form("gift", GiftForm(entry: entry, newSource: s("source-2"), sources: items, approvers: people))
            + form("person", PersonForm(entry: entry)) + form("leaving", LeavingForm())
            + form("end", EndInterestForm()) + form("confirm", ConfirmEntriesForm())
            + form("approve", ApproveInterestForm()) + form("withholding", WithholdingForm())
            + form("breach", BreachForm(entry: entry, people: people, items: items))
            + form("settle", SettleBreachForm()) + form("reason", ReasonForm(question: "Why?"))
            + form("plan", PlanMeetingForm(committees: committees, taken: []))
            + form("item", AgendaItemForm(meeting: m, entry: entry, matters: items, minutes: items))
            + form("papers", SendPapersForm(meeting: m))
            + form("open", OpenMeetingForm(meeting: m, people: people, committees: committees))
            + form("chair", ChairForm(meeting: m, committees: committees, people: people, items: items))
            + form("proxy", ProxyForm(meeting: m, members: people, items: items))
            + form("tell", TellInterestForm(meeting: m, entry: entry, members: people, items: items))
            + form(
                "handling",
                HandlingForm(
                    meeting: m, item: item, member: s("gp"), chairs: people, options: HandlingOption.allCases))
            + form("motion", MotionForm(meeting: m, item: item, entry: entry, people: people, partsOfItem: items))
            + form("consensus", ConsensusForm(meeting: m, item: item, entry: entry, partsOfItem: items))
            + form("votes", VotesForm(meeting: m, motion: s("m1"), voters: people))
            + form("secret", SecretVotesForm(meeting: m, motion: s("m1"), committees: committees, voters: people))
            + form(
                "close-vote",
                CloseVoteForm(
                    meeting: m, motion: s("m1"),
                    castings: [.init(committee: s("pccc"), title: "Primary care", chair: s("chair"))]))
            + form(
                "clinician", AskClinicianForm(meeting: m, item: item, clinicians: people, askers: people))
            + form("seen", GateSeenForm(meeting: m, item: item, gates: items, people: people))
            + form("defer", PutOffForm(meeting: m, item: item, later: items))
            + form("refer", ReferForm(meeting: m, item: item))
            + form(
                "co-opt",
                CoOptForm(
                    meeting: m, item: item, committees: committees, people: people, known: people, roles: items))
            + form("minutes", ApproveMinutesForm(meeting: m, item: item, people: people))
            + form("correct", CorrectMinutesForm(meeting: m, people: people))
            + form("action", ActionForm(meeting: m, entry: entry, people: people, items: items))
            + form("done", DoneForm(meeting: m, action: s("a1")))
            + form("ask", AskRightsForm(entry: entry, people: people))
            + form("answer", AnswerRightsForm(question: s("q1"), today: GovernanceSample.day))
    }

    private static var keeping: [(name: String, page: any Page)] {
        let (book, day) = (GovernanceSample.book, GovernanceSample.day)
        let name: @Sendable (Slug) -> String = { GovernanceSample.texts[book.people[$0]!.name] ?? $0.description }
        let bare = Committee(
            id: s("bare"), title: "A committee \(Sample.hostile)", body: OrganisationCode("QWX")!, formedOn: day)
        return [
            (
                "keep-committee",
                CommitteeKeepingPage(
                    book.committees[GovernanceSample.pccc]!, in: book, on: day, name: name)
            ),
            ("keep-bare-committee", CommitteeKeepingPage(bare, in: book, on: day, name: name)),
            ("retention-none", RetentionPage([], token: token, name: name)),
            ("keep-rights", RightsKeepingPage(book, on: day, name: name, organisation: \.description)),
            (
                "keep-no-rights",
                RightsKeepingPage(GovernanceBook(), on: day, name: name, organisation: \.description)
            ),
            ("keep-edges", EdgesKeepingPage(book, on: day) { $0.chosen }),
            ("keep-no-edges", EdgesKeepingPage(GovernanceBook(), on: day) { $0.chosen }),
        ]
    }

    private static var committeeForms: [(name: String, page: any Page)] {
        let (committee, entry) = (GovernanceSample.pccc, s("entry-1"))
        let choices = [Choice("pccc", "Primary care \(Sample.hostile)")]
        let bodies = [Choice("QWX", "Wexbourne \(Sample.hostile)")]
        let terms = GovernanceSample.committee.terms.first
        func decision(_ manner: OutsideDecisionForm.Manner) -> OutsideDecisionForm {
            OutsideDecisionForm(
                committee: committee, entry: entry, manner: manner, matters: choices, deciders: people, people: people)
        }
        return form("form-committee", FormCommitteeForm(bodies: bodies))
            + form("seat", SeatForm(committee: committee, people: people, members: people))
            + form("end-seat", EndSeatForm(committee: committee, person: s("gp")))
            + form("terms", TermsForm(committee: committee, standing: terms, roles: [s("lay")], people: people))
            + form("dissolve", DissolveForm(committee: committee, others: choices))
            + form("urgent", decision(.urgent)) + form("delegated", decision(.delegated))
            + form(
                "right",
                RightForm(
                    entry: entry, question: s("question-1"), holders: bodies, committees: choices, rights: choices,
                    people: people))
            + form("end-right", EndForm()) + form("post", PostForm(person: s("gp")))
            + form("tie", TieForm(person: s("gp"), known: [s("household-3")]))
            + form("deciding", DecisionMakingForm(person: s("gp")))
            + form("end-holding", EndHoldingForm(of: GovernanceSample.book.people[s("gp")]!))
            + form("edge", EdgeForm(entry: entry, parties: [ChoiceGroup("People", people)], matters: choices))
            + form("scheme", SchemeForm(bodies: bodies))
    }

    static let pages: [(name: String, page: any Page)] = lives + register + forms + keeping + committeeForms
}
