import Access
import HTTPTypes
import Pages
import Vocabulary

/// Who the caller is, and what waits for them.
enum OwnCalls {
    static let all: [ApiCall] = [me, waiting]

    private static let me = ApiCall(
        .get, "/me", entry: .signedIn, "Who you are, and what this token lets you do",
        answer: .document(
            "Me",
            .object([
                .init("account", .name, "your account’s short name"), .init("name", .text, "your name"),
                .init("roles", .list(role), "the roles that you hold today"),
                .init(
                    "permissions", .list(.choice(Permission.allCases.map(\.rawValue))),
                    "what the token is for, of what your roles let you do"),
                .init("seats", .list(seat), "the rounds in which you sit"),
                .init("person", .name, "who you are in the register of interests", isOptional: true),
            ]))
    ) { asked in
        let (signedIn, day) = (try asked.question.signedIn(), asked.question.now.inLondon.day)
        let (account, rules) = (signedIn.account, asked.question.door.rules)
        let permissions = Permission.allCases.filter { rules.maySomewhere(account, $0, on: day) }
        return .document(
            .object([
                .init("account", .text(account.id.description)), .init("name", .text(signedIn.name)),
                .init(
                    "roles",
                    .list(
                        account.grants(on: day).map { grant in
                            [
                                "role": .text(grant.role.rawValue),
                                "commissioner": .optional(grant.commissioner) { .text($0.description) },
                                "until": .optional(grant.until) { .day($0) },
                            ]
                        })),
                .init("permissions", .list(permissions.map { .text($0.rawValue) })),
                .init(
                    "seats",
                    .list(
                        account.seats.filter(\.isHeld).map { seat in
                            ["round": .text(seat.round.description), "member": .text(seat.member.description)]
                        })),
                .init("person", .optional(account.person) { .text($0.description) }),
            ]))
    }

    private static let role: DocumentShape = .object([
        .init("role", .choice(Role.allCases.map(\.rawValue)), "the role"),
        .init("commissioner", .code, "where it is held; null for everywhere", isOptional: true),
        .init("until", .day, "the day on which it ends", isOptional: true),
    ])

    private static let seat: DocumentShape = .object([
        .init("round", .name, "the round"), .init("member", .name, "the member that you are in it"),
    ])

    private static let waiting = ApiCall(
        .get, "/me/waiting", entry: .signedIn, "What waits for you",
        answer: .document(
            "Waiting",
            .object([
                .init(
                    "waiting",
                    .list(
                        .object([
                            .init("title", .text, "what is to be done"),
                            .init("path", .text, "the page on which it is done"),
                            .init("kind", .choice(Waiting.Kind.allCases.map(\.rawValue)), "what kind of thing it is"),
                            .init("due", .day, "the last day on which it is of use", isOptional: true),
                            .init("note", .text, "what it is about", isOptional: true),
                        ])), "the most urgent first")
            ]))
    ) { asked in
        let waiting = try asked.question.waiting()
        return .document([
            "waiting": .list(
                waiting.map { one in
                    [
                        "title": .text(one.title), "path": .text(one.route.path),
                        "kind": .text(one.kind.rawValue), "due": .optional(one.due) { .day($0) },
                        "note": .optional(one.note) { .text($0) },
                    ]
                })
        ])
    }
}
