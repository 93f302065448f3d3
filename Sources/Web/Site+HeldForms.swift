import Access
import HTTPTypes
import Hummingbird
import Markup
import Pages
import Vocabulary

/// A session may end while somebody types: what they send then is held, and shown to them again.
extension Site {
    /// Holds what a form sent whose session has ended by itself, for the account of that session.
    ///
    /// - Returns: false where nothing is held: nobody knows whose it is, it is no form of that session, or too large.
    func holds(
        _ request: Request, _ asked: Asked, _ visitor: Visitor, _ limits: BodyLimits, at moment: Moment
    ) async throws -> Bool {
        guard visitor.signedIn == nil, let token = asked.cookies[.session],
            let ended = try door.keeper.endedSession(token, at: moment)
        else { return false }
        let body = try await request.postedBody(limits)
        guard let sent = body.value(FormToken.fieldName), sent.isSame(as: ended.csrf) else { return false }
        return door.heldForms.keep(body.values, of: asked.path, for: ended.account, at: moment)
    }

    /// A page with the fields of its form as its reader sent them when their session was over.
    func refilled(_ answer: Answer, _ question: Question) -> Answer {
        guard question.asked.method == .get, question.asked.format == nil, let who = question.visitor.signedIn,
            var page = answer.page as? FormPage, let form = page.form,
            let values = door.heldForms.take(for: who.account.id, at: question.asked.path, question.now)
        else { return answer }
        page.form = form.refilled(with: values)
        door.notices.keep(
            "You had been signed out. What you typed is in the form again; nothing of it has been recorded. Choose files "
                + "again, if there were any.", for: who.session.id)
        return Answer(page, table: answer.table)
    }
}
