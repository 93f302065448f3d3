import ArgumentParser
import Foundation
import Priorities
import Store
import Tabular
import Vocabulary

/// `remit round ballot`: a secret vote after discussion.
struct RoundBallotCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ballot", abstract: "A secret vote after discussion: who voted is known, how nobody is.",
        discussion: """
            Votes are sealed to a key that lies beside the database and in no backup; closing opens them all at once, \
            taken apart option by option, and destroys the key.
            """,
        subcommands: [
            BallotOpenCommand.self, BallotCastCommand.self, BallotCloseCommand.self, BallotShowCommand.self,
            BallotVoidCommand.self,
        ])

    /// The ballot meant where none is named: the round's.
    static func ballot(_ name: Slug?, of round: Round) throws(Refusal) -> Slug {
        if let name = name ?? round.ballot?.id { return name }
        throw Refusal(
            .rule, code: "no-such-ballot", "“\(round.title)” has no ballot.",
            remedy: "Open one with: remit round ballot open \(round.id)")
    }
}

struct BallotOpenCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "open", abstract: "Open a ballot on the result.")

    @OptionGroup var options: RoundOptions

    @Option(help: ArgumentHelp("The ballot's short name.", valueName: "name"))
    var name = Slug("ballot")!

    @Option(help: ArgumentHelp("The day of the discussion; else today.", valueName: "day"))
    var discussed: Day?

    @Option(
        name: .customLong("option"),
        help: ArgumentHelp("Vote on these only (repeatable); else on all.", valueName: "option"))
    var only: [Slug] = []

    func run() async throws {
        let (author, desk) = (try options.store.author(), RoundDesk(try options.store.open()))
        let (round, now) = (try desk.round(options.round), Clock.now())
        let after = try desk.openBallot(
            OpenBallot(
                round: round.id, ballot: name, discussedOn: discussed ?? now.day,
                options: only.isEmpty ? round.options.map(\.id) : only),
            by: author, at: now)
        Printing.line(
            "The ballot “\(name)” is open on \(RoundWording.count(after.ballot?.options.count ?? 0, "option")). Its key "
                + "lies beside the database; if it is lost, the vote is held again.")
        Printing.line("Next: \(RoundAdvance.next(after))")
    }
}

struct BallotCastCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "cast", abstract: "Put one member's vote into the urn.",
        discussion: """
            The vote is a file of lines such as “care-home-visits: fund”, with fund, doNotFund, defer or abstain for \
            each option; --votes - reads it from standard input. On a terminal without --votes you are asked option \
            by option, and nothing that you type shows. Prefer both to --vote: a shell keeps what is typed on its \
            command line. Delete the file afterwards: what was voted is never shown again.
            """)

    @OptionGroup var options: RoundOptions

    @Option(help: ArgumentHelp("Whose vote it is.", valueName: "member"))
    var member: Slug

    @Option(help: ArgumentHelp("The votes, in a file or - for standard input.", valueName: "file"))
    var votes: String?

    @Option(
        name: .customLong("vote"),
        help: ArgumentHelp("One vote (repeatable); your shell's history may keep it.", valueName: "option=vote"))
    var single: [String] = []

    func validate() throws {
        if votes != nil && !single.isEmpty { throw ValidationError("Choose one of --votes and --vote.") }
    }

    func run() async throws {
        let (author, desk) = (try options.store.author(), RoundDesk(try options.store.open()))
        let round = try desk.round(options.round)
        let ballot = try RoundBallotCommand.ballot(nil, of: round)
        let entry = BallotDocument.Entry(member: member, votes: try given(in: round))
        let after = try desk.castBallot(
            ballot, in: round.id, by: member, choices: BallotDocument.votes(of: entry, in: round), author: author,
            at: Clock.now())
        Printing.line("The vote of \(member) is in the urn.")
        let waiting = after.members.map(\.id).filter { after.ballot?.voted.contains($0) == false }
        if !waiting.isEmpty { Printing.line("Not voted yet: \(waiting.map(\.description).joined(separator: ", ")).") }
        Printing.line(
            waiting.isEmpty
                ? "Next: remit round ballot close \(round.id)"
                : "Next: the others vote, then remit round ballot close \(round.id)")
    }

    private func given(in round: Round) throws -> [String: BallotDocument.Word] {
        if let votes {
            let name = RoundFiles.name(votes)
            return try RoundFiles.value(at: votes).document(named: name)
        }
        if !single.isEmpty {
            Printing.warning("Your shell's history may keep this vote; a file or standard input leaves no such trace.")
            return try BallotCastCommand.words(single)
        }
        guard isatty(STDIN_FILENO) == 1 else {
            throw Refusal(
                .usage, code: "votes-missing", "There is no vote to put into the urn.",
                remedy: "Give it with --votes FILE, or --votes - for standard input.")
        }
        let leftOut = round.excluded(member)
        var words: [String: BallotDocument.Word] = [:]
        for option in round.ballot?.options ?? [] where !leftOut.contains(option) {
            words[option.description] = try BallotCastCommand.asked(round.option(option)?.title ?? option.description)
        }
        return words
    }

    /// Neither sentence shows what was typed.
    static func words(_ texts: [String]) throws(Refusal) -> [String: BallotDocument.Word] {
        var words: [String: BallotDocument.Word] = [:]
        for (place, text) in texts.enumerated() {
            let parts = text.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2, let word = BallotDocument.Word(rawValue: parts[1]), words[parts[0]] == nil else {
                throw Refusal(
                    .usage, code: "vote-form",
                    "The \(place + 1). --vote is not of the form OPTION=VOTE, or stands twice.",
                    remedy: "A vote is fund, doNotFund, defer or abstain.")
            }
            words[parts[0]] = word
        }
        return words
    }

    private static func asked(_ title: String) throws(Refusal) -> BallotDocument.Word {
        while true {
            guard let typed = getpass("\(title)\n  fund, doNotFund, defer or abstain (does not show): ") else {
                throw Refusal(.usage, code: "votes-missing", "The vote was not finished; nothing was put into the urn.")
            }
            if let word = BallotDocument.Word(rawValue: String(cString: typed)) { return word }
        }
    }
}

struct BallotCloseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "close", abstract: "Close the ballot: count the votes and destroy the key.")

    @OptionGroup var options: RoundOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let (author, desk) = (try options.store.author(), RoundDesk(try options.store.open()))
        let ballot = try RoundBallotCommand.ballot(nil, of: desk.round(options.round))
        let after = try desk.closeBallot(ballot, in: options.round, by: author, at: Clock.now())
        try output.write([RoundTables(after).ballot])
        if !output.isForProgrammes { Printing.line("\nNext: \(RoundAdvance.next(after))") }
    }
}

struct BallotShowCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Who has voted; and how the votes fell, once the ballot is closed.")

    @OptionGroup var options: RoundOptions
    @OptionGroup var output: OutputOptions

    func run() async throws {
        let round = try RoundDesk(options.store.open()).round(options.round)
        let name = try RoundBallotCommand.ballot(nil, of: round)
        guard let ballot = round.ballot else { return }
        var voters = Table(
            key: "voters", caption: "Who has voted in “\(name)”",
            columns: [.init("member", "Member"), .init("role", "Role"), .init("hasVoted", "Voted")])
        for member in round.members {
            voters.append([
                .text(member.id.description), .text(member.role), .flag(ballot.voted.contains(member.id)),
            ])
        }
        try output.write([voters] + (ballot.choices == nil ? [] : [RoundTables(round).ballot]))
    }
}

struct BallotVoidCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "void", abstract: "Set an open ballot aside unopened, with a reason; the vote is then held again.")

    @OptionGroup var options: RoundOptions

    @Option(help: "Why; it stands in the record.")
    var reason: String

    func run() async throws {
        let (author, store) = (try options.store.author(), try options.store.open())
        let ballot = try RoundBallotCommand.ballot(nil, of: RoundDesk(store).round(options.round))
        let after = try store.perform(
            VoidBallot(round: options.round, ballot: ballot, reason: reason), by: author, at: Clock.now())
        Printing.line("The ballot “\(ballot)” is void; nobody will know what was in it.")
        Printing.line("Next: remit round ballot open \(after.id) --name \(ballot)-again")
    }
}
