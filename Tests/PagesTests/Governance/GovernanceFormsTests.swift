import Governance
import Markup
import Testing
import Vocabulary

@testable import Pages

/// What a form about governance wrote is read back equal, from the page as a browser would send it.
@Suite struct GovernanceFormsTests {
    private static func s(_ text: String) -> Slug { Slug(text)! }
    private static let day = Day("2026-02-03")!
    private static let people = [Choice("p001", "Ada"), Choice("p002", "Ben"), Choice("p003", "Carl")]
    private static let committees = [Choice("pccc", "Primary care")]
    private static let items = [Choice("dental", "Dental")]
    private static let hostile = "Line one\n\n  “two” <b>&amp; '\"</b> \\ / £5"

    @Test func `what is told of an interest or a gift comes back`() {
        for kind in InterestKind.allCases {
            for situation in Declaration.Situation.allCases {
                AskedFormSent.comesBack(
                    DeclarationForm(entry: Self.s("interest-1")),
                    DeclarationTold(
                        kind: kind, underlying: kind == .indirect ? .financial : nil,
                        relationship: kind == .indirect ? "spouse" : nil, situation: situation,
                        description: Self.hostile, counterparty: OrganisationCode("Y02494"),
                        counterpartyName: "A & B “Ltd”", value: Money(pence: 123_456_7), band: "£5,000 to £10,000",
                        arose: Self.day, ended: Day("2026-12-31"), becameAware: Self.day, mitigation: Self.hostile))
            }
        }
        for kind in Gift.Kind.allCases {
            AskedFormSent.comesBack(
                GiftForm(
                    entry: Self.s("gift-1"), newSource: Self.s("source-2"), sources: [Choice("source-1", "Acme")],
                    approvers: Self.people),
                GiftTold(
                    kind: kind, source: "Acme <Medical>", sameSourceAs: Self.s("source-1"), isSupplier: true,
                    isSourcePrivate: kind == .cash, description: Self.hostile, value: Money(pence: 4_005),
                    offeredOn: Self.day, isAccepted: kind != .cash, isForOrganisation: true,
                    isPromotional: kind == .gift,
                    isBeyondModest: kind == .travel, approvedBy: Self.s("p002")))
        }
    }

    @Test func `what is ruled on the register comes back`() {
        AskedFormSent.comesBack(EndInterestForm(), Self.day)
        AskedFormSent.comesBack(LeavingForm(), Self.day)
        AskedFormSent.comesBack(
            PersonForm(entry: Self.s("p015")),
            .init(
                name: "Ada “A” <Wellfield>", knownFrom: Self.day,
                post: .init(
                    title: "GP partner", organisation: OrganisationCode("Y02494"), from: Self.day,
                    clinician: Self.s("gp"), area: Self.s("harbour")), decides: "votes"))
        AskedFormSent.comesBack(ConfirmEntriesForm(), .init(note: "One <thing>"))
        AskedFormSent.comesBack(ReasonForm(question: "Why?"), Self.hostile)
        AskedFormSent.comesBack(ApproveInterestForm(), .init(mitigation: Self.hostile))
        for isGranted in [true, false] { AskedFormSent.comesBack(WithholdingForm(), isGranted) }
        AskedFormSent.comesBack(
            BreachForm(entry: Self.s("b1"), people: Self.people, items: [Choice("m1/dental", "Dental")]),
            .init(
                account: Self.hostile, dealtWithBy: Self.s("p001"), foundOn: Self.day, meeting: Self.s("m1"),
                item: Self.s("dental")))
        for effect in Breach.Effect.allCases {
            AskedFormSent.comesBack(
                SettleBreachForm(), .init(effect: effect, publishedText: Self.hostile, sanction: "None", lesson: "Ask"))
        }
    }

    @Test func `what is recorded of a meeting comes back as its act`() {
        let (m, item) = (Self.s("m1"), Self.s("dental"))
        AskedFormSent.comesBack(
            OpenMeetingForm(meeting: m, people: Self.people, committees: Self.committees),
            OpenMeeting(
                meeting: m, present: [Self.s("p001"), Self.s("p003")],
                chairs: [.init(committee: Self.s("pccc"), person: Self.s("p001"), chosenBy: [Self.s("p003")])]))
        for asks in Motion.Ask.allCases {
            AskedFormSent.comesBack(
                MotionForm(
                    meeting: m, item: item, entry: Self.s("m2"), people: Self.people,
                    partsOfItem: [Choice("option-1", "Option 1")]),
                MoveMotion(
                    meeting: m,
                    motion: Motion(
                        id: Self.s("m2"), item: item, text: Self.hostile, parts: [Self.s("option-1")], asks: asks,
                        amount: Money(pence: 25_000_050), reasons: Self.hostile, considered: ["one", "no change"],
                        mover: Self.s("p001"), seconder: Self.s("p002"))))
        }
        AskedFormSent.comesBack(
            VotesForm(meeting: m, motion: Self.s("m2"), voters: Self.people),
            CastVotes(
                meeting: m, motion: Self.s("m2"),
                votes: [
                    .init(voter: Self.s("p001"), choice: .inFavour), .init(voter: Self.s("p003"), choice: .abstain),
                ]))
        AskedFormSent.comesBack(
            CloseVoteForm(
                meeting: m, motion: Self.s("m2"),
                castings: [.init(committee: Self.s("pccc"), title: "Primary care", chair: Self.s("p001"))]),
            CloseVote(
                meeting: m, motion: Self.s("m2"),
                castingVotes: [.init(committee: Self.s("pccc"), vote: .init(by: Self.s("p001"), choice: .against))]))
        AskedFormSent.comesBack(
            PutOffForm(meeting: m, item: item, later: [Choice("m3", "March")]),
            DeferItem(meeting: m, item: item, to: Self.s("m3"), reason: Self.hostile))
        AskedFormSent.comesBack(
            ReferForm(meeting: m, item: item), ReferItem(meeting: m, item: item, to: "The board", reason: Self.hostile))
        AskedFormSent.comesBack(
            CoOptForm(
                meeting: m, item: item, committees: Self.committees, people: Self.people, known: Self.people,
                roles: [Choice("gp", "gp")]),
            CoOptMember(
                meeting: m, committee: Self.s("pccc"), item: item, person: Self.s("p002"), roles: [Self.s("gp")],
                asked: [Self.s("p001")], reason: Self.hostile))
        AskedFormSent.comesBack(
            ActionForm(meeting: m, entry: Self.s("a1"), people: Self.people, items: Self.items),
            AddAction(
                meeting: m,
                action: MeetingAction(
                    id: Self.s("a1"), item: item, text: Self.hostile, owner: Self.s("p001"), due: Self.day)))
        AskedFormSent.comesBack(
            DoneForm(meeting: m, action: Self.s("a1")),
            CompleteAction(meeting: m, action: Self.s("a1"), doneOn: Self.day, note: "Sent"))
    }

    @Test func `what is said of interests, chairs, minutes and papers comes back as its act`() {
        let (m, item) = (Self.s("m1"), Self.s("dental"))
        for option in HandlingOption.allCases {
            AskedFormSent.comesBack(
                HandlingForm(
                    meeting: m, item: item, member: Self.s("p002"), chairs: Self.people,
                    options: HandlingOption.allCases),
                HandleInterest(
                    meeting: m, item: item, member: Self.s("p002"), chair: Self.s("p001"), option: option,
                    withholdsPapers: true, reason: Self.hostile))
        }
        AskedFormSent.comesBack(
            TellInterestForm(meeting: m, entry: Self.s("told-1"), members: Self.people, items: Self.items),
            DeclareAtMeeting(
                meeting: m,
                interest: MeetingInterest(
                    id: Self.s("told-1"), member: Self.s("p001"), item: item, kind: .indirect, underlying: .financial,
                    relationship: "spouse", nature: Self.hostile)))
        AskedFormSent.comesBack(
            ChairForm(meeting: m, committees: Self.committees, people: Self.people, items: Self.items),
            HandOverChair(
                meeting: m, committee: Self.s("pccc"), to: Self.s("p002"), item: item, chosenBy: [Self.s("p001")],
                reason: "Conflicted"))
        AskedFormSent.comesBack(
            ApproveMinutesForm(meeting: m, item: item, people: Self.people),
            ApproveMinutes(meeting: m, item: item, approvers: [Self.s("p001"), Self.s("p002")]))
        AskedFormSent.comesBack(
            CorrectMinutesForm(meeting: m, people: Self.people),
            CorrectMinutes(meeting: m, text: Self.hostile, askedBy: Self.s("p002")))
        AskedFormSent.comesBack(
            SendPapersForm(meeting: m), SendPapers(meeting: m, on: Self.day, reasonForLate: "The printer"))
        AskedFormSent.comesBack(
            PlanMeetingForm(committees: Self.committees, taken: []),
            PlanMeeting(
                meeting: Self.s("pccc-2026-07"), committees: [Self.s("pccc")],
                startsAt: Moment(text: "2026-07-14T09:30:00Z")!, place: "Town <hall>", isPublic: false,
                reasonForPrivate: "Staff"))
        AskedFormSent.comesBack(
            AgendaItemForm(
                meeting: m, entry: Self.s("item-1"), matters: [Choice("dental", "Dental")],
                minutes: [Choice("m0", "January")]),
            PutOnAgenda(
                meeting: m,
                item: AgendaItem(
                    id: Self.s("item-1"), title: "Dental “round”", purpose: .decide,
                    touches: [.init(organisation: OrganisationCode("Y02494")!, how: "holds the contract")],
                    matter: Self.s("dental"), amount: Money(pence: 100), papers: [.init(title: "A paper")]),
                reasonForLate: "New"))
        let digest = EvidenceID(String(repeating: "e", count: 64))!
        let standing = AgendaItem(
            id: Self.s("item-1"), title: "Dental", purpose: .decide, subject: .round(Self.s("dental-2025")),
            touches: [.init(organisation: OrganisationCode("Y02494")!, part: Self.s("option-1"), how: "is ended")],
            matter: Self.s("dental"),
            gates: [.init(kind: .equalityImpact, title: "EIA", document: digest, dated: Self.day)],
            papers: [.init(title: "First", document: digest), .init(title: "Second")])
        let asked = AgendaItemForm(meeting: m, entry: Self.s("item-1"), matters: [], minutes: [], people: Self.people)
        var changed = standing
        changed.title = "Dental “round” <b>"
        changed.papers = [.init(title: "First, corrected", document: digest)]
        changed.gates[0].title = "Equality impact"
        changed.gates.append(
            .init(kind: .publicInvolvement, title: "None", dated: Self.day, reasonForNone: "Nothing changes"))
        changed.changesService = true
        changed.reporter = Self.s("p001")
        changed.minutes = 20
        changed.touches.insert(.init(organisation: OrganisationCode("Y02495")!, how: "is concerned"), at: 0)
        // A title that was emptied takes its paper off: an empty field is sent, and not left out.
        var amend = AmendItemForm(of: standing, as: asked)
        amend.filled = AmendItemForm.filled(with: AmendItem(meeting: m, item: changed, reason: "New figures"))
        amend.filled["paper-1"] = ""
        #expect(amend.read() == AmendItem(meeting: m, item: changed, reason: "New figures"))
        var untouched = AmendItemForm(of: standing, as: asked)
        #expect(untouched.read() == AmendItem(meeting: m, item: standing))
        AskedFormSent.comesBack(
            OrderAgendaForm(meeting: m, items: [Choice("a", "A"), Choice("b", "B")]),
            OrderAgenda(meeting: m, items: [Self.s("b"), Self.s("a")], reason: "The GP leaves early"))
        AskedFormSent.comesBack(
            AskRightsForm(entry: Self.s("question-1"), people: Self.people),
            AskRightsQuestion(
                matter: Self.s("dental"),
                question: .init(id: Self.s("question-1"), question: Self.hostile, owner: Self.s("p001"), due: Self.day))
        )
    }

    @Test func `votes for others, in secret or without one, clinicians and documents come back as their acts`() {
        let (m, item) = (Self.s("m1"), Self.s("dental"))
        AskedFormSent.comesBack(
            ProxyForm(meeting: m, members: Self.people, items: Self.items),
            GiveProxy(meeting: m, principal: Self.s("p001"), holder: Self.s("p002"), item: item))
        AskedFormSent.comesBack(
            SecretVotesForm(
                meeting: m, motion: Self.s("m2"), committees: Self.committees + [Choice("other", "Other")],
                voters: Self.people),
            CastSecretVotes(
                meeting: m, motion: Self.s("m2"), committee: Self.s("pccc"),
                counts: .init(inFavour: 2, against: 0, abstained: 1), voted: ["p001", "p002", "p003"].map(Self.s)))
        AskedFormSent.comesBack(
            ConsensusForm(
                meeting: m, item: item, entry: Self.s("m2"), partsOfItem: [Choice("option-1", "Option 1")]),
            DecideByConsensus(
                meeting: m,
                motion: Motion(
                    id: Self.s("m2"), item: item, text: Self.hostile, parts: [Self.s("option-1")], asks: .postpone,
                    reasons: Self.hostile, considered: ["one", "no change"])))
        for answer in ClinicianAsked.Answer.allCases.map(Optional.some) + [nil] {
            AskedFormSent.comesBack(
                AskClinicianForm(meeting: m, item: item, clinicians: Self.people, askers: Self.people),
                AskClinician(
                    meeting: m, item: item, person: Self.s("p001"), by: Self.s("p002"), answer: answer,
                    note: Self.hostile))
        }
        AskedFormSent.comesBack(
            GateSeenForm(
                meeting: m, item: item, gates: [Choice("qualityImpact", "Quality")], people: Self.people),
            MarkGateSeen(meeting: m, item: item, kind: .qualityImpact, people: [Self.s("p003")]))
        AskedFormSent.comesBack(
            AnswerRightsForm(question: Self.s("q1"), today: Self.day),
            AnswerRightsQuestion(question: Self.s("q1"), text: Self.hostile, answeredOn: Self.day))
    }

    @Test func `what was not filled in is named, and nothing is read`() {
        var interest = DeclarationForm(entry: Self.s("interest-1"))
        #expect(interest.read() == nil)
        #expect(Set(interest.errors.keys) == ["kind", "situation", "description", "arose"])
        var motion = MotionForm(meeting: Self.s("m1"), item: Self.s("i"), entry: Self.s("m2"), people: Self.people)
        #expect(motion.read() == nil)
        #expect(Set(motion.errors.keys) == ["text", "asks", "reasons", "considered", "mover"])
        var gift = GiftForm(
            SentValues(["value": ["much"], "kind": ["bribe"]]), entry: Self.s("g"), newSource: Self.s("s"))
        #expect(gift.read() == nil && gift.errors["value"] != nil && gift.errors["kind"] != nil)
    }
}
