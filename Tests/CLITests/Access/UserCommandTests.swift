import Access
import ArgumentParser
import Foundation
import Testing
import Vocabulary

@testable import CLI
@testable import Store

/// `remit user` as it is typed.
struct UserCommandTests {
    private static let add = [
        "user", "add", "a001", "--name", "Rosa Quillfeather", "--email", "rosa@wexbourne.example", "--role",
        "administrator",
    ]
    private static let analyst = [
        "user", "add", "a002", "--name", "Amir Oakes", "--email", "amir@wexbourne.example", "--role", "analyst",
        "--commissioner", "QSL", "--no-password",
    ]

    /// With an administrator, who has a password, and an analyst, who has none.
    private func withAccounts(_ body: (RoundScratch) async throws -> Void) async throws {
        try await RoundScratch.with { scratch in
            let file = try scratch.write("password.txt", "correct horse battery\n")
            let refusal = try await scratch.refusal(ofFirst: [Self.add + ["--password-file", file], Self.analyst])
            #expect(refusal == nil)
            try await body(scratch)
        }
    }

    @Test func `the first administrator is added, signs in, and the file verifies`() async throws {
        try await withAccounts { scratch in
            let desk = AccessDesk(try scratch.store)
            let book = try desk.book()
            #expect(book.administrators(on: Clock.now().inLondon.day) == [Slug("a001")!])
            #expect(book.accounts[Slug("a002")!]?.state == .invited)
            let admission = try desk.signIn(
                email: "rosa@wexbourne.example", password: "correct horse battery", at: Clock.now())
            guard case .session(let token) = admission else {
                Issue.record("no code was set up")
                return
            }
            #expect(try desk.session(token, at: Clock.now()) != nil)
            #expect(await scratch.code("user", "sessions", "list", "--json") == 0)
            #expect(await scratch.code("user", "show", "a001", "--with-names") == 0)
            #expect(await scratch.code("verify") == 0)
            #expect(await scratch.code("user", "sessions", "end", "a001") == 0)
            #expect(try desk.session(token, at: Clock.now()) == nil)
            #expect(await scratch.code("user", "sessions", "end", "--all") == 0)
        }
    }

    @Test func `the help of a token offers what one can be for, in lines of a terminal`() {
        let help = UserTokenMakeCommand.helpMessage(columns: 80)
        let lines = help.split(separator: "\n", omittingEmptySubsequences: false)
        // How a command is called is one line, whoever's help it is.
        #expect(lines.allSatisfy { $0.count <= 80 || $0.hasPrefix("USAGE: ") }, "\(help)")
        for scope in AccessTokenHeld.possibleScopes {
            #expect(lines.contains { $0.hasPrefix("\(scope.typed) ") && $0.hasSuffix(scope.title) }, "\(scope)")
        }
        #expect(!help.contains("manage-own-account") && !help.contains("use-api"))
    }

    @Test func `a password is never an argument, and a bad one changes nothing`() async throws {
        try await RoundScratch.with { scratch in
            let short = try scratch.write("short.txt", "tulips\n")
            let known = try scratch.write("known.txt", "Rosa Quillfeather\n")
            let empty = try scratch.write("empty.txt", "\nsecond line is not looked at\n")
            func add(_ more: String...) async throws -> String? { try await scratch.refusal(Self.add + more)?.code }
            #expect(try await add("--password-file", short) == "password-short")
            #expect(try await add("--password-file", known) == "password-known")
            #expect(try await add("--password-file", empty) == "password-unreadable")
            #expect(try await add("--password-file", scratch.path("none.txt")) == "no-such-file")
            #expect(await scratch.code("user", "add", "a001", "--password", "correct horse battery") == 2)
            #expect(try scratch.head() == 0)
            #expect(try AccessDesk(scratch.store).people().texts.isEmpty, "no name is left behind")
        }
    }

    @Test func `what cannot be is refused with its exit code`() async throws {
        try await withAccounts { scratch in
            let head = try scratch.head()
            let cases: [(words: [String], code: String, exit: Int32)] = [
                (Self.analyst, "account-exists", 3),
                (["user", "grant", "a002", "analyst"], "commissioner-missing", 2),
                (["user", "grant", "a002", "analyst", "--commissioner", "QSL"], "role-held", 3),
                (["user", "grant", "nobody", "observer"], "no-such-account", 2),
                (["user", "withdraw", "a002", "observer"], "role-not-held", 2),
                (["user", "withdraw", "a001", "administrator"], "last-administrator", 3),
                (["user", "suspend", "a001"], "last-administrator", 3),
                (["user", "close", "a001"], "last-administrator", 3),
                (["user", "restore", "a002"], "state-forbids", 3),
                (["user", "link", "a002", "p001"], "no-such-person", 2),
                (["user", "link", "a002", "--remove"], "account-not-linked", 2),
                (["user", "seat", "a002", "no-round", "chair"], "no-such-round", 2),
                (["user", "seat", "a002", "no-round", "--leave"], "no-such-seat", 2),
                (["user", "show", "nobody"], "no-such-account", 2),
                (["user", "password", "a001", "--remove-code"], "second-factor-off", 2),
                (["user", "token", "make", "a002", "t", "--scope", "read-contracts"], "api-not-allowed", 5),
                (["user", "token", "make", "a001", "t", "--scope", "use-api"], "scope-not-for-tokens", 2),
                (["user", "token", "end", "a002", "t"], "no-such-token", 2),
                (
                    [
                        "user", "add", "a003", "--name", "Jo Fell", "--email", "Amir@Wexbourne.example",
                        "--no-password",
                    ], "email-taken", 3
                ),
                (["user", "add", "a003", "--name", "Jo Fell", "--email", "jo", "--no-password"], "email-invalid", 4),
            ]
            for (words, code, exit) in cases {
                let refusal = try await scratch.refusal(words)
                #expect(refusal?.code == code, "\(words)")
                #expect(refusal?.kind.exitCode == exit, "\(words)")
            }
            #expect(try scratch.head() == head)
            for words in [
                ["user", "grant", "a002", "king"], ["user", "link", "a002"], ["user", "seat", "a002", "r"],
                ["user", "sessions", "end"], ["user", "sessions", "end", "a001", "--all"],
            ] {
                #expect(
                    await CommandRunner.run(RoundScratch.Root.self, words + ["--db", scratch.file]) == 2, "\(words)")
            }
        }
    }

    @Test func `roles, states and links are given and taken`() async throws {
        try await withAccounts { scratch in
            try scratch.write("register.yaml", GovernanceFiles.register)
            let refusal = try await scratch.refusal(ofFirst: [
                ["interest", "enter", scratch.path("register.yaml")],
                ["user", "grant", "a002", "commissioning-manager", "--commissioner", "QSL", "--until", "2099-03-31"],
                ["user", "withdraw", "a002", "analyst", "--commissioner", "QSL"],
                ["user", "link", "a002", "p002"], ["user", "suspend", "a002", "--reason", "On leave"],
                ["user", "restore", "a002"], ["user", "list", "--with-names"], ["user", "list", "--permissions"],
                ["user", "show", "a002", "--json"], ["user", "token", "list"],
            ])
            #expect(refusal == nil)
            let account = try #require(try AccessDesk(scratch.store).book().accounts[Slug("a002")!])
            #expect(account.grants.map(\.role) == [.analyst, .commissioningManager])
            #expect(account.grants.map { $0.withdrawnOn == nil } == [false, true])
            #expect(account.person == Slug("p002")!)
            #expect(account.state == .invited)
            #expect(try await scratch.refusal("user", "link", "a002", "--remove") == nil)
            #expect(try await scratch.refusal("user", "close", "a002") == nil)
            #expect(await scratch.code("verify") == 0)
        }
    }

    @Test func `an account takes a member's seat in a round, and leaves it`() async throws {
        try await RoundScratch.with { scratch in
            #expect(try await SmallRound().run(scratch, upTo: 1) == nil)
            let refusal = try await scratch.refusal(ofFirst: [
                Self.analyst, ["user", "seat", "a002", "my-round", "chair"],
            ])
            #expect(refusal == nil)
            let id = Slug("a002")!
            func seats() throws -> [RoundSeat] { try AccessDesk(scratch.store).book().accounts[id]?.seats ?? [] }
            #expect(try seats().map(\.member) == [Slug("chair")!])
            #expect(try await scratch.refusal("user", "seat", "a002", "my-round", "nobody")?.code == "no-such-member")
            #expect(try await scratch.refusal("user", "seat", "a002", "my-round", "--leave") == nil)
            #expect(try seats().allSatisfy { !$0.isHeld })
            #expect(await scratch.code("verify") == 0)
        }
    }

    @Test func `roles and permissions are typed with hyphens`() {
        #expect(Role(argument: "commissioning-manager") == .commissioningManager)
        #expect(Role(argument: "panelMember") == .panelMember)
        #expect(Role(argument: "manager") == nil)
        #expect(Permission.allCases.allSatisfy { Permission(argument: $0.typed) == $0 })
        #expect(Permission.useAPI.typed == "use-api")
        #expect(Permission.readScoresOfOthers.typed == "read-scores-of-others")
    }
}
