import Access
import Governance
import Mail
import Notices
import Pages
import Store
import Vocabulary

extension Postroom {
    static func routes(_ routes: inout RouteList) {
        routes.page("/mail", entry: .holding(.administer)) { try MailAnswer.page($0) }
        routes.form("/mail/again", entry: .holding(.administer)) { try MailAnswer.sendAgain($0) }
        routes.form("/account/mail", entry: .signedIn) { try MailAnswer.choose($0) }
    }

    /// - Parameter root: how browsers reach the site, without a path.
    init(of site: Site, post: Post, root: String) throws {
        let (desks, rules) = (site.desks, site.door.rules)
        self.init(
            outbox: Outbox(desks.store), post: post, root: root, system: try desks.current().installation.holder,
            keeper: site.door.keeper,
            waiting: { account, day in
                try WaitingWork(store: desks.store, rules: rules).items(
                    for: account, on: day, rounds: desks.rounds().rounds(),
                    governance: GovernanceDesk(desks.store).book()
                ).map { Notice(account: account.id, deed: $0.kind.messageWords, due: $0.due, path: $0.path) }
            },
            meeting: { id, moment in
                guard let meeting = try GovernanceDesk(desks.store).book().meetings[id], meeting.startsAt > moment,
                    meeting.closedAt == nil, meeting.state != .cancelled
                else { return nil }
                let end = meeting.startsAt.secondsSince1970 + MailLimits.meetingHours * 3_600
                return (meeting.startsAt, Moment(secondsSince1970: end))
            }, log: site.log)
    }

    /// Sends until the task is cancelled. What goes wrong stands in the log, and the next look is taken all the same.
    func serve(at now: @escaping @Sendable () -> Moment) async {
        var looked: Moment?
        do { try outbox.findInterrupted() } catch { tell(error) }
        while !Task.isCancelled {
            do {
                let moment = now()
                if looked.map({ moment.secondsSince1970 - $0.secondsSince1970 >= MailLimits.pauseBetweenLooks }) ?? true
                {
                    looked = moment
                    try look(at: moment)
                }
                try await send(at: now)
            } catch {
                tell(error)
            }
            try? await Task.sleep(for: .seconds(MailLimits.pause))
        }
    }

    private func tell(_ error: any Error) {
        let what = (error as? Refusal)?.code ?? "\(type(of: error))"
        log.tell("mail", [("fault", .text(what))])
    }
}
