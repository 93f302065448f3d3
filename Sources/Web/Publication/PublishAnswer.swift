import Access
import HTTPTypes
import Hummingbird
import Markup
import Pages
import Priorities
import Publication
import Rulebook
import Store
import Vocabulary

/// Publishing the record of a decided round, after a look at what will be public.
enum PublishAnswer {
    /// While it is being published the page asks for itself again, without a script.
    static func page(_ question: Question) throws -> Response {
        let page = try made(question)
        var response = Site.response(
            .ok, page.render(in: question.shell).bytes(), type: "text/html; charset=utf-8")
        if page.isFollowed { response.headers[.init("Refresh")!] = "2" }
        return response
    }

    private static func made(_ question: Question, refusal: String? = nil) throws -> PublishPage {
        let work = try question.roundAtWork(holding: .publish)
        let rounds = try question.rounds.rounds()
        let all = PublishedAnswer.listed(question.published?.records(of: rounds) ?? [], of: rounds)
        let result = try question.rounds.reading(of: work.id).result
        return PublishPage(
            work, doing: question.rounds.publishers.doing(work.id), hasPlace: question.published != nil,
            lacking: try Accountability.conditions(of: work.round, rulebook: .shipped).flatMap(\.lacking)
                + (result == nil ? ["there is no answer"] : []),
            records: all.filter { $0.round == work.id }, refusal: refusal)
    }

    /// - Throws: `Refusal`, where the visitor may not.
    static func publish(_ sent: Sent) throws -> Outcome {
        let question = sent.question
        let work = try question.roundAtWork(holding: .publish)
        if let seen = sent.values.revision,
            try RoundDesk(question.store).round(work.id, at: seen) != work.round
        {
            return .again(
                try made(question, refusal: "The round has changed since you opened this page. Look at it once more."))
        }
        do {
            try question.rounds.publishers.begin(
                work.round, by: question.signedIn().account.author, in: question.store,
                version: question.shell.version, at: question.now)
        } catch let refusal as Refusal where refusal.isForForm {
            return .again(try made(question, refusal: refusal.told))
        }
        return .done(.publish, in: work.id)
    }
}
