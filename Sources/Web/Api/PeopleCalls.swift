import Access
import HTTPTypes
import Notices
import Pages
import Store
import Vocabulary

/// Accounts, as administrators keep them on their pages, each within their reach; and the messages that were sent.
///
/// No call makes a way in: no password, no link to one, no token; and none makes an administrator.
enum PeopleCalls {
    static let all: [ApiCall] = [account, add] + acts + [mail, again]

    // MARK: - Reading

    private static let shape: DocumentShape = .object([
        .init("account", .name, "its short name"), .init("name", .text, "whose it is"),
        .init("email", .text, "where messages go"),
        .init("state", .choice(Account.State.allCases.map(\.rawValue)), "whether it may sign in"),
        .init("addedOn", .day, "when it was added"),
        .init("activatedOn", .day, "when its holder first signed in", isOptional: true),
        .init(
            "roles",
            .list(
                .object([
                    .init("role", .choice(Role.allCases.map(\.rawValue)), "the role"),
                    .init("commissioner", .code, "where it is held; null for everywhere", isOptional: true),
                    .init("since", .day, "its first day"),
                    .init("until", .day, "the day on which it ends", isOptional: true),
                ])), "held today or later"),
        .init(
            "seats",
            .list(
                .object([.init("round", .name, "the round"), .init("member", .name, "the member it is in it")])),
            "in rounds"),
        .init("person", .name, "who it is on the register of interests", isOptional: true),
    ])

    private static let id = ApiCall.Parameter("account", .name, "the account’s short name")

    private static let account = ApiCall(
        .get, "/people/:account", entry: .holding(.administer), "An account", parameters: [id],
        answer: .document("Account", shape)
    ) { asked in .document(document(of: try PeopleAnswer.page(asked.question))) }

    private static func document(of page: PersonAccountPage) -> JSONValue {
        let account = page.account
        return [
            "account": .text(account.id.description), "name": .text(page.name), "email": .text(page.email),
            "state": .text(account.state.rawValue), "addedOn": .day(account.addedOn),
            "activatedOn": .optional(account.activatedOn) { .day($0) },
            "roles": .list(
                account.grants.filter { $0.stands(on: page.day) }.map { grant in
                    [
                        "role": .text(grant.role.rawValue),
                        "commissioner": .optional(grant.commissioner) { .text($0.description) },
                        "since": .day(grant.since), "until": .optional(grant.until) { .day($0) },
                    ]
                }),
            "seats": .list(
                account.seats.filter(\.isHeld).map {
                    ["round": .text($0.round.description), "member": .text($0.member.description)]
                }),
            "person": .optional(account.person) { .text($0.description) },
        ]
    }

    // MARK: - Acts

    private static let answer: DocumentShape = .object([
        .init("account", .name, "what was changed"), .init("act", .text, "what was done"),
    ])

    private static func done(_ act: any AccessAct) -> ApiReply {
        .document(["account": .text(act.account.description), "act": .text(type(of: act).name)])
    }

    private static let add: ApiCall = {
        let shape = ActShapes.shape(of: AddAccount.self)
        return ApiCall(
            .post, "/people", entry: .holding(.administer), "Add somebody",
            note: "Roles are given by another call; how they sign in is arranged on the account’s page.",
            body: .init(shape: shape, example: shape.example), answer: .document("AccountChanged", answer)
        ) { asked in
            var made: AddAccount?
            try PeopleAnswer.perform(asked.question) { keep, _ in
                let act = try asked.body.keepingPersonalTexts { try keep($0) }.decoded(
                    as: AddAccount.self, named: AddAccount.name)
                guard act.account.description != "add" else {
                    throw Refusal(
                        .input, code: "name-not-free", "“add” is a page of its own and no account.",
                        remedy: "Choose another short name.")
                }
                made = act
                return [act]
            }
            guard let made else { preconditionFailure("what was performed was made") }
            return done(made)
        }
    }()

    private static let acts: [ApiCall] =
        ([
            of(GrantRole.self, "Give a role", besides: ["since"], note: "It holds from today.") { act, _ in
                guard act.role != .administrator else {
                    throw Refusal(
                        .permission, code: "not-by-token", "No program makes an administrator.",
                        remedy: "Give that role on the account’s page.")
                }
            },
            of(WithdrawRole.self, "Withdraw a role"),
            of(SuspendAccount.self, "Suspend the account", note: "Its sessions end.", isEnding: true),
            of(RestoreAccount.self, "Restore the account"),
            of(CloseAccount.self, "Close the account", note: "That is not undone.", isEnding: true),
            of(TakeSeat.self, "Say which member of a round it is") { act, question in
                _ = try question.seats(act.round)
            },
            of(LeaveSeat.self, "Take the seat in a round away"),
            of(LinkPerson.self, "Say who it is on the register of interests"),
            of(UnlinkPerson.self, "Take the link to the register away"),
        ] as [ApiCall?]).compactMap(\.self)

    /// - Parameters:
    ///   - key: left out by the caller: it is today.
    ///   - isEnding: true where the sessions of the account end with it.
    ///   - check: what else is looked at before it is done.
    /// - Returns: nil where the act's shape is not found by asking it: a test says that none is.
    private static func of<A: AccessAct>(
        _ type: A.Type, _ summary: String, besides key: [String] = [], note: String = "", isEnding: Bool = false,
        _ check: @escaping @Sendable (A, Question) throws -> Void = { _, _ in }
    ) -> ApiCall? {
        guard let found = ActShapes.found(type) else { return nil }
        let shape = key.isEmpty ? found.leavingOut(["account"]) : found.leavingOut(["account"]).leavingOut(key)
        return ApiCall(
            .post, "/people/:account/acts/\(A.name)", entry: .holding(.administer), summary, note: note,
            parameters: [id], body: .init(shape: shape, example: shape.example),
            answer: .document("AccountChanged", answer)
        ) { asked in
            let question = asked.question
            let account = try PeopleAnswer.page(question).account.id
            try PeopleAnswer.perform(question) { keep, _ in
                var body = asked.body.setting(["account"], to: .text(account.description))
                if !key.isEmpty { body = body.setting(key, to: .day(question.now.inLondon.day)) }
                let act = try body.keepingPersonalTexts { try keep($0) }.decoded(as: A.self, named: A.name)
                try check(act, question)
                return [act]
            }
            if isEnding { try question.door.keeper.endAll(of: account, besides: nil) }
            return .document(["account": .text(account.description), "act": .text(A.name)])
        }
    }

    // MARK: - Messages

    private static let message: DocumentShape = .object([
        .init("message", .count, "its number"), .init("kind", .text, "what it is for"),
        .init("account", .name, "to whom"), .init("state", .choice(OutboxItem.State.allCases.map(\.rawValue)), "of it"),
        .init("madeAt", .moment, "when it was put in"), .init("tries", .count, "how often it was handed over"),
        .init("lastAt", .moment, "the last time", isOptional: true),
        .init("outcome", .text, "what came of it", isOptional: true),
        .init("canBeSentAgain", .flag, "true where it waits for your word"),
    ])

    /// Of one answer; older ones stand on the page.
    private static let mostMessages = 1_000

    private static let mail = ApiCall(
        .get, "/mail", entry: .holding(.administer), "Messages, and what became of them",
        note: """
            For administrators of the whole installation; the latest \(mostMessages). Neither addresses nor words of \
            messages are kept.
            """,
        answer: .document(
            "Mail",
            .object([
                .init("isSetUp", .flag, "false where the server sends no mail"),
                .init("messages", .list(message), "the latest first"),
            ]))
    ) { asked in
        try MailAnswer.requireWhole(asked.question)
        let items = try Outbox(asked.question.store).items().sorted { $0.id > $1.id }.prefix(mostMessages)
        return .document([
            "isSetUp": .flag(asked.question.mail != nil),
            "messages": .list(
                items.map { item in
                    [
                        "message": .integer(item.id), "kind": .text(item.kind.inWords),
                        "account": .text(item.account.description), "state": .text(item.state.rawValue),
                        "madeAt": .text(item.madeAt.description), "tries": .integer(item.tries),
                        "lastAt": .optional(item.lastAt) { .text($0.description) },
                        "outcome": .optional(item.outcome) { .text($0) },
                        "canBeSentAgain": .flag(item.state.canBeSentAgain),
                    ]
                }),
        ])
    }

    private static let again = ApiCall(
        .post, "/mail/:message/again", entry: .holding(.administer), "Send a message again",
        parameters: [.init("message", .count, "the message’s number")],
        answer: .document("MessageAgain", .object([.init("message", .count, "its number")]))
    ) { asked in
        try MailAnswer.requireWhole(asked.question)
        let id = try asked.question.parameter("message") { Int($0) }
        try Outbox(asked.question.store).sendAgain(id, at: asked.question.now)
        return .document(["message": .integer(id)])
    }
}
