import Access
import Foundation
import HTTPTypes
import Hummingbird
import Pages
import Vocabulary

/// What is published, for everybody, and where a round is published from.
extension Site {
    static func publication(_ routes: inout RouteList) {
        routes.page("/published", entry: .everybody) { try PublishedAnswer.all($0) }
        routes.page("/published/:record", entry: .everybody) { try PublishedAnswer.one($0) }
        routes.open("/published/:record/**") { site, asked in
            try PublishedAnswer.file(asked.path, asked.conditions, in: site)
        }
        for feed in Feed.allCases {
            routes.file(Route.feed(feed).path, entry: .everybody, FeedAnswer.answer(feed))
        }
        deciding(&routes)
        let round = "/rounds/:round/publish"
        routes.file(round, entry: .holding(.publish)) { try PublishAnswer.page($0) }
        routes.form(round, entry: .holding(.publish)) { try PublishAnswer.publish($0) }
    }

    private static func deciding(_ routes: inout RouteList) {
        let round = "/rounds/:round/decide"
        let decides = Entry.holding(.recordDecisions)
        routes.page(round, entry: decides, isTable: false) { try DecidingRoundAnswer.hub($0) }
        routes.page("\(round)/assessments", entry: .holding(.runRounds), isTable: false) {
            try DecidingRoundAnswer.papers($0)
        }
        routes.form("\(round)/assessments", entry: .holding(.runRounds), limits: .upload) {
            try DecidingRoundAnswer.attach($0)
        }
        routes.page("\(round)/agenda", entry: .holding(.keepMeetings), isTable: false) {
            try DecidingRoundAnswer.agenda($0)
        }
        routes.form("\(round)/agenda", entry: .holding(.keepMeetings)) { try DecidingRoundAnswer.putOnAgenda($0) }
        routes.page("\(round)/record", entry: decides, isTable: false) { try DecidingRoundAnswer.recording($0) }
        routes.form("\(round)/record", entry: decides) { try DecidingRoundAnswer.record($0) }
        routes.page("\(round)/appeals", entry: decides, isTable: false) { try DecidingRoundAnswer.appeals($0) }
        routes.form("\(round)/appeals", entry: decides) { try DecidingRoundAnswer.setAppeals($0) }
        routes.page("\(round)/appeal", entry: decides, isTable: false) { try DecidingRoundAnswer.lodging($0) }
        routes.form("\(round)/appeal", entry: decides) { try DecidingRoundAnswer.lodge($0) }
        routes.page("\(round)/appeal/:appeal", entry: decides, isTable: false) {
            try DecidingRoundAnswer.answering($0)
        }
        routes.form("\(round)/appeal/:appeal", entry: decides) { try DecidingRoundAnswer.answer($0) }
    }

    /// An answer that is the same whoever asks.
    func opened(_ asked: Asked, _ answer: (Site, Asked) throws -> Response) -> Response {
        do {
            return try answer(self, asked)
        } catch let refusal as Refusal {
            return failure(refusal, .nobody, asked)
        } catch {
            return fault(error, route: asked.route)
        }
    }

    /// What was published and has been changed since is told to whoever runs the server, not only to the reader.
    func told(ofChanged refusal: Refusal, at path: String) {
        log.tell(
            "altered",
            [("published", .text(path)), ("error", .text("It was changed on disk. \(refusal.sentence)"))])
    }
}
