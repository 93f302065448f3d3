import Access
import Governance
import Vocabulary

/// Who may perform an act of governance that programs may perform too: the one place for forms and for calls.
enum GovernanceActRule: Sendable {
    /// Of one's own entries on the register.
    case own
    /// Of who rules on the entries of a person.
    case ruling
    /// Of who keeps meetings at a body whose committee meets.
    case clerk
    /// Of a member for themselves, or of the clerk for all.
    case memberOrClerk
    /// Of who keeps meetings at the body of every committee that is to meet.
    case planner
    /// Of who keeps the register: somebody new, and somebody who stands on it.
    case entering, keeping
    /// Of who keeps meetings at the body of a committee: it is formed, and then kept.
    case former, secretary
    /// Of who records decisions for a committee that did not meet.
    case decider
    /// Of who keeps who decides what.
    case asker
    /// Of who keeps who decides what, and who answers to whom, for the party: begun, and then kept.
    case rights, right, edges, edge
    /// Of the person who is to answer, or of who keeps who decides what.
    case answerer

    var permission: Permission {
        switch self {
        case .own: .declareOwnInterests
        case .ruling: .ruleOnInterests
        case .clerk: .keepMeetings
        case .memberOrClerk: .takePartInMeetings
        case .planner: .keepMeetings
        case .entering, .keeping: .keepRegister
        case .former, .secretary: .keepMeetings
        case .decider: .recordDecisions
        case .asker, .rights, .right, .edges, .edge: .keepRights
        case .answerer: .declareOwnInterests
        }
    }

    /// Nil for acts that this place does not judge.
    static func of(_ act: String) -> GovernanceActRule? { all[act] }

    static let all: [String: GovernanceActRule] = [
        EnterDeclaration.name: .own, SupersedeDeclaration.name: .own, EndDeclaration.name: .own, DeclareNil.name: .own,
        DeclareGift.name: .own, AskForRedaction.name: .own, ReviewRegister.name: .own,
        EnterPerson.name: .entering, RecordLeaving.name: .keeping,
        EnterPost.name: .keeping, EnterTie.name: .keeping, EnterDecisionMaking.name: .keeping,
        FormCommittee.name: .former, AppointMember.name: .secretary, EndMembership.name: .secretary,
        SetTerms.name: .secretary, DissolveCommittee.name: .secretary,
        TakeUrgentAction.name: .decider, DecideByOfficer.name: .decider,
        RecordRight.name: .rights, AmendRight.name: .right, EndRight.name: .right,
        DrawEdge.name: .edges, AmendEdge.name: .edge, EndEdge.name: .edge,
        PlanMeeting.name: .planner, AskRightsQuestion.name: .asker, AnswerRightsQuestion.name: .answerer,
        ApproveDeclaration.name: .ruling, DecideRedaction.name: .ruling, RecordBreach.name: .ruling,
        SettleBreach.name: .ruling,
        PutOnAgenda.name: .clerk, AmendItem.name: .clerk, OrderAgenda.name: .clerk,
        WithdrawItem.name: .clerk, SendPapers.name: .clerk, MarkGateSeen.name: .clerk,
        CancelMeeting.name: .clerk, HandleInterest.name: .clerk, AskClinician.name: .clerk, GiveProxy.name: .clerk,
        OpenMeeting.name: .clerk, JoinMeeting.name: .clerk, LeaveMeeting.name: .clerk, HandOverChair.name: .clerk,
        TakeItem.name: .clerk, CoOptMember.name: .clerk, MoveMotion.name: .clerk, CloseVote.name: .clerk,
        DecideByConsensus.name: .clerk, DeferItem.name: .clerk, ReferItem.name: .clerk, CloseItem.name: .clerk,
        CloseMeeting.name: .clerk, CorrectMinutes.name: .clerk, ApproveMinutes.name: .clerk, AddAction.name: .clerk,
        CompleteAction.name: .clerk, CastSecretVotes.name: .clerk,
        CastVotes.name: .memberOrClerk, DeclareAtMeeting.name: .memberOrClerk,
    ]
}

extension GovernanceWork {
    /// Whether the visitor may perform an act as the book stands.
    ///
    /// - Throws: `Refusal` of kind `permission`: `not-yours`, `not-your-committee`.
    func check(_ act: any GovernanceAct) throws(Refusal) {
        guard let rule = GovernanceActRule.of(type(of: act).name) else { return }
        let (own, id) = (account.person, act.record.id)
        let committees = book.meetings[id]?.committees ?? []
        let isAllowed: Bool =
            switch rule {
            case .own: own == id && !question.reach(.declareOwnInterests).isNowhere
            case .ruling: may(.ruleOnInterests, of: id)
            case .clerk: may(.keepMeetings, in: committees)
            case .planner: (act as? PlanMeeting).map { mayPlan(for: $0.committees) } ?? false
            case .entering, .keeping: may(.keepRegister, of: id)
            case .former: (act as? FormCommittee).map { question.reach(.keepMeetings).covers($0.body) } ?? false
            case .secretary: may(.keepMeetings, in: [id])
            case .decider: outside(act).map { may(.recordDecisions, in: [$0.committee]) } ?? false
            case .rights, .right, .edges, .edge:
                !question.reach(.keepRights).isNowhere && holders(act).allSatisfy { keeps($0) }
            case .asker: !question.reach(.keepRights).isNowhere
            case .answerer:
                !question.reach(.keepRights).isNowhere || own != nil && book.questions[id]?.owner == own
            case .memberOrClerk:
                may(.keepMeetings, in: committees)
                    || may(.takePartInMeetings, in: committees) && own.map { isOnly(of: $0, act) } ?? false
            }
        guard isAllowed else { throw rule.refusal }
    }

    /// True where the visitor keeps meetings at the body of every committee that is to meet.
    func mayPlan(for committees: [Slug]) -> Bool { committees.allSatisfy { may(.keepMeetings, in: [$0]) } }

    private func outside(_ act: any GovernanceAct) -> OutsideDecision? {
        (act as? TakeUrgentAction)?.decision ?? (act as? DecideByOfficer)?.decision
    }

    /// The parties for which a right or an edge is kept: as it stands, and as it is to be.
    private func holders(_ act: any GovernanceAct) -> [AccountabilityEdge.Party] {
        var right: DecisionRight?
        var edge: AccountabilityEdge?
        switch act {
        case let act as RecordRight: right = act.right
        case let act as AmendRight: right = act.right
        case let act as DrawEdge: edge = act.edge
        case let act as AmendEdge: edge = act.edge
        default: break
        }
        let holders = [act.record.kind == .right ? book.rights[act.record.id] : nil, right].compactMap { $0?.holder }
        let actors = [act.record.kind == .accountability ? book.edges[act.record.id] : nil, edge].compactMap(\.self)
        return holders.map { .organisation($0) } + actors.map(\.actor)
    }

    /// True where an act in a meeting speaks for one person and for nobody else.
    private func isOnly(of person: Slug, _ act: any GovernanceAct) -> Bool {
        switch act {
        case let act as CastVotes: act.votes.allSatisfy { $0.voter == person && $0.castBy == nil }
        case let act as DeclareAtMeeting: act.interest.member == person
        default: false
        }
    }
}

extension GovernanceActRule {
    fileprivate var refusal: Refusal {
        switch self {
        case .own:
            Refusal(
                .permission, code: "not-yours", "You declare for yourself, and for nobody else.",
                remedy: "Ask an administrator to link your account to the register.")
        case .ruling:
            Refusal(.permission, code: "not-yours", "You rule on no entries of that person.")
        case .entering, .keeping:
            Refusal(.permission, code: "not-yours", "You do not keep the register for that person’s committees.")
        case .asker, .answerer:
            Refusal(
                .permission, code: "not-yours", "The question is not for you to ask or answer.",
                remedy: "Ask whoever keeps who decides what.")
        case .former, .secretary:
            Refusal(
                .permission, code: "not-your-body", "You keep no meetings at that body.",
                remedy: "Ask its administrator for the role.")
        case .decider:
            Refusal(
                .permission, code: "not-your-committee", "You record no decisions of that committee.",
                remedy: "Ask its administrator for the role.")
        case .rights, .right, .edges, .edge:
            Refusal(
                .permission, code: "not-your-right", "You do not keep who decides at that body.",
                remedy: "Ask its administrator for the role.")
        case .clerk, .planner:
            Refusal(
                .permission, code: "not-your-committee", "You keep no meetings of that committee.",
                remedy: "Ask its administrator for the role.")
        case .memberOrClerk:
            Refusal(
                .permission, code: "not-yours", "You speak for yourself in a meeting, and for nobody else.",
                remedy: "Ask the clerk to record it.")
        }
    }
}
