import Access
import Governance
import HTTPTypes
import Pages
import Store
import Vocabulary

/// Meetings and registers as documents, and what is done with them.
enum GovernanceCalls {
    static let all: [ApiCall] = [meeting, committee, own] + acts

    private static let acts: [ApiCall] =
        ([
            GovernanceActCall.of(EnterDeclaration.self, "Declare an interest on the register"),
            GovernanceActCall.of(SupersedeDeclaration.self, "Correct a declaration of yours"),
            GovernanceActCall.of(EndDeclaration.self, "Say that an interest of yours has ended"),
            GovernanceActCall.of(DeclareNil.self, "Declare that you have no interests"),
            GovernanceActCall.of(DeclareGift.self, "Declare a gift or hospitality"),
            GovernanceActCall.of(AskForRedaction.self, "Ask for an entry of yours to be withheld"),
            GovernanceActCall.of(ReviewRegister.self, "Confirm that your entries are right"),
            GovernanceActCall.of(EnterPerson.self, "Enter somebody on the register"),
            GovernanceActCall.of(RecordLeaving.self, "Record that somebody left"),
            GovernanceActCall.of(EnterPost.self, "Enter a post that somebody holds"),
            GovernanceActCall.of(EnterTie.self, "Enter a tie between people"),
            GovernanceActCall.of(EnterDecisionMaking.self, "Record that somebody takes part in decisions"),
            GovernanceActCall.of(ApproveDeclaration.self, "Agree with how an interest is handled"),
            GovernanceActCall.of(DecideRedaction.self, "Decide whether an entry is withheld"),
            GovernanceActCall.of(RecordBreach.self, "Record a breach"),
            GovernanceActCall.of(SettleBreach.self, "Settle a breach"),
            GovernanceActCall.of(FormCommittee.self, "Form a committee"),
            GovernanceActCall.of(AppointMember.self, "Appoint somebody to a seat"),
            GovernanceActCall.of(EndMembership.self, "End a seat"),
            GovernanceActCall.of(SetTerms.self, "Set the terms of reference"),
            GovernanceActCall.of(DissolveCommittee.self, "Dissolve the committee"),
            GovernanceActCall.of(TakeUrgentAction.self, "Record an urgent decision between meetings"),
            GovernanceActCall.of(DecideByOfficer.self, "Record a decision that an officer made alone"),
            GovernanceActCall.of(PlanMeeting.self, "Plan a meeting"),
            GovernanceActCall.of(PutOnAgenda.self, "Put an item on the agenda"),
            GovernanceActCall.of(AmendItem.self, "Change an item of the agenda"),
            GovernanceActCall.of(OrderAgenda.self, "Put the agenda in another order"),
            GovernanceActCall.of(WithdrawItem.self, "Take an item off the agenda"),
            GovernanceActCall.of(SendPapers.self, "Record that the papers went out"),
            GovernanceActCall.of(MarkGateSeen.self, "Record who has seen a document that the law asks for"),
            GovernanceActCall.of(CancelMeeting.self, "Cancel the meeting"),
            GovernanceActCall.of(OpenMeeting.self, "Open the meeting"),
            GovernanceActCall.of(JoinMeeting.self, "Record that somebody came"),
            GovernanceActCall.of(LeaveMeeting.self, "Record that somebody left"),
            GovernanceActCall.of(HandOverChair.self, "Hand the chair over"),
            GovernanceActCall.of(GiveProxy.self, "Record a proxy"),
            GovernanceActCall.of(CoOptMember.self, "Co-opt somebody for an item"),
            GovernanceActCall.of(DeclareAtMeeting.self, "Declare an interest in an item"),
            GovernanceActCall.of(HandleInterest.self, "Record how the chair handles an interest"),
            GovernanceActCall.of(AskClinician.self, "Record that a clinician was asked"),
            GovernanceActCall.of(TakeItem.self, "Take an item"),
            GovernanceActCall.of(MoveMotion.self, "Put a motion"),
            GovernanceActCall.of(CastVotes.self, "Cast your vote"),
            GovernanceActCall.of(
                CastVotes.self, "Record members’ votes, as who keeps the meeting", by: .clerk, in: "clerk"),
            GovernanceActCall.of(
                DeclareAtMeeting.self, "Record that a member declared an interest, as who keeps the meeting",
                by: .clerk, in: "clerk"),
            GovernanceActCall.of(CastSecretVotes.self, "Record the count of a secret vote"),
            GovernanceActCall.of(CloseVote.self, "Close the vote"),
            GovernanceActCall.of(DecideByConsensus.self, "Record a decision by consensus"),
            GovernanceActCall.of(DeferItem.self, "Defer an item"),
            GovernanceActCall.of(ReferItem.self, "Refer an item"),
            GovernanceActCall.of(CloseItem.self, "Close an item"),
            GovernanceActCall.of(CloseMeeting.self, "Close the meeting"),
            GovernanceActCall.of(AddAction.self, "Record an action"),
            GovernanceActCall.of(CompleteAction.self, "Record that an action is done"),
            GovernanceActCall.of(CorrectMinutes.self, "Correct the minutes"),
            GovernanceActCall.of(ApproveMinutes.self, "Record that the minutes were approved"),
            GovernanceActCall.of(AskRightsQuestion.self, "Ask who decides"),
            GovernanceActCall.of(AnswerRightsQuestion.self, "Answer who decides"),
            GovernanceActCall.of(RecordRight.self, "Record who decides a matter"),
            GovernanceActCall.of(AmendRight.self, "Change who decides"),
            GovernanceActCall.of(EndRight.self, "End a right to decide"),
            GovernanceActCall.of(DrawEdge.self, "Record who answers to whom"),
            GovernanceActCall.of(AmendEdge.self, "Change who answers to whom"),
            GovernanceActCall.of(EndEdge.self, "End who answers to whom"),
        ] as [ApiCall?]).compactMap(\.self)

    private static let meeting = ApiCall(
        .get, "/meetings/:meeting", entry: .everybody, "A meeting",
        note: "Its items are a table of their own.", parameters: [TableCall.meeting],
        answer: .document(
            "Meeting",
            .object([
                .init("meeting", .name, "its short name"), .init("committees", .list(.name), "which meet"),
                .init("startsAt", .moment, "when it begins"),
                .init("isPublic", .flag, "false where it is held in private"),
                .init("state", .choice(Meeting.State.allCases.map(\.rawValue)), "how far it has come"),
                .init("revision", .count, "of the meeting, as ETag has it"),
            ])), hasRevision: true
    ) { asked in
        let id = try asked.question.parameter("meeting") { Slug($0) }
        guard let meeting = asked.question.governance.book.meetings[id] else {
            throw Refusal(.usage, code: "not-found", "Meeting \(id)")
        }
        let revision = try GovernanceDesk(asked.question.store).revision(of: RecordName(.meeting, id))
        return .document(
            [
                "meeting": .text(id.description),
                "committees": .list(meeting.committees.map { .text($0.description) }),
                "startsAt": .text(meeting.startsAt.description), "isPublic": .flag(meeting.isPublic),
                "state": .text(meeting.state.rawValue), "revision": .integer(revision),
            ], revision: revision)
    }

    private static let committee = ApiCall(
        .get, "/committees/:committee", entry: .everybody, "A committee and its terms of reference",
        note: "Who sits on it is a table of its own.", parameters: [TableCall.committee],
        answer: .document(
            "Committee",
            .object([
                .init("committee", .name, "its short name"), .init("title", .text, "its title"),
                .init("body", .code, "whose committee it is"), .init("formedOn", .day, "its first day"),
                .init("dissolvedOn", .day, "its last day", isOptional: true),
                .init("successors", .list(.name), "under which its meetings are found then"),
                .init(
                    "terms", .list(ActShapes.shape(of: TermsOfReference.self)),
                    "in the order in which they came into force"),
                .init("revision", .count, "of the committee, as ETag has it"),
            ])), hasRevision: true
    ) { asked in
        let id = try asked.question.parameter("committee") { Slug($0) }
        guard let committee = asked.question.governance.book.committees[id] else {
            throw Refusal(.usage, code: "not-found", "Committee \(id)")
        }
        let revision = try GovernanceDesk(asked.question.store).revision(of: RecordName(.committee, id))
        return .document(
            [
                "committee": .text(id.description), "title": .text(committee.title),
                "body": .text(committee.body.description), "formedOn": .day(committee.formedOn),
                "dissolvedOn": .optional(committee.dissolvedOn) { .day($0) },
                "successors": .list(committee.successors.map { .text($0.description) }),
                "terms": .list(committee.terms.map { JSONValue(encoding: $0) }), "revision": .integer(revision),
            ], revision: revision)
    }

    private static let own = ApiCall(
        .get, "/my-interests", entry: .holding(.declareOwnInterests), "Your entries on the register",
        note: "What they say in words stands on the page /my-interests.",
        answer: .document(
            "OwnEntries",
            .object([
                .init("person", .name, "who you are in the register"),
                .init("declarations", .list(.name), "short names of your declarations"),
                .init("gifts", .list(.name), "short names of your gifts"),
                .init("revision", .count, "of your entries, as ETag has it"),
            ])), hasRevision: true
    ) { asked in
        let work = try GovernanceWork(asked.question)
        let person = try work.own()
        let revision = try work.desk.revision(of: RecordName(.person, person.id))
        func names(_ names: [Slug]) -> JSONValue { .list(names.map { .text($0.description) }) }
        return .document(
            [
                "person": .text(person.id.description), "declarations": names(person.declarations.map(\.id)),
                "gifts": names(person.gifts.map(\.id)), "revision": .integer(revision),
            ], revision: revision)
    }
}
