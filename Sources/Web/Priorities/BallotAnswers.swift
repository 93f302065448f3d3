import Access
import Pages
import Priorities
import Store
import Vocabulary

/// A member's secret vote. Nothing of how it was cast is kept but in the urn.
enum BallotAnswer {
    static func page(_ question: Question) throws -> Answer {
        let seat = try question.seat()
        return Answer(form(seat)?.page() ?? BallotForm.told(seat.pages.tasks.vote, seat.work))
    }

    /// First shown to be checked, then cast.
    static func take(_ sent: Sent) throws -> Outcome {
        let seat = try sent.question.seat()
        guard let form = form(seat) else { return .again(BallotForm.told(seat.pages.tasks.vote, seat.work)) }
        let values = sent.values
        if values.step == .change { return .shown(form.page(values)) }
        let votes: [Slug: Ballot.Vote]
        do { votes = try form.read(values) } catch { return .again(form.page(values, errors: error)) }
        guard values.step == .send else { return .shown(form.check(votes)) }
        do {
            try RoundDesk(sent.question.store).castBallot(
                form.ballot.id, in: seat.work.id, by: seat.member.id, choices: votes,
                author: sent.question.signedIn().account.author, at: sent.question.now)
        } catch let refusal as Refusal where refusal.isForForm {
            return .again(form.check(votes, refusal: refusal.description))
        }
        return .done(.mine, in: seat.work.id, "Your vote is in the urn.")
    }

    /// Nil where there is nothing to vote on.
    private static func form(_ seat: SeatedMember) -> BallotForm? {
        guard seat.pages.tasks.vote == .open, seat.work.round.decision == nil, let ballot = seat.work.round.ballot
        else { return nil }
        return BallotForm(seat.work, seat.member, ballot)
    }
}
