import ArgumentParser
import Foundation
import Methods
import Priorities
import Store
import Vocabulary

/// `remit round ask`: trade-off questions, one after another, whose answers are a member's weights.
struct RoundAskCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ask", abstract: "Ask a member trade-off questions; the answers are the member's weights.",
        discussion: """
            Each question offers two improvements: answer 1 or 2 for the one you would rather have, 3 where they are \
            the same to you, q to stop. Nothing is recorded before the last answer; stopping earlier records nothing.
            """)

    @OptionGroup var options: RoundOptions

    @Option(help: "The member who answers.")
    var member: Slug

    @Option(help: "The branch whose criteria are weighed; else those at the top.")
    var within: Slug?

    @Option(help: ArgumentHelp("Answers, one a line, from a file or - for standard input.", valueName: "file"))
    var answers: String?

    func run() async throws {
        let (author, store) = (try options.store.author(), try options.store.open())
        let round = try RoundDesk(store).round(options.round)
        var asking = try AskTradeOffs(round, member: member, within: within)
        var lines = try answers.map { path in
            String(decoding: try InputBytes.read(path), as: UTF8.self).split(whereSeparator: \.isNewline)
                .map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
        }
        while let question = asking.question {
            let choices = asking.choices(of: question)
            Printing.line("Question \(question.number) of \(asking.most) at most. Which would you rather have?")
            Printing.line("  1  \(choices.first)")
            Printing.line("  2  \(choices.second)")
            Printing.line("  3  They are the same to me")
            let answer = try answer(to: question.number, &lines)
            try asking.take(answer, to: question)
        }
        let after = try store.perform(
            GiveWeights(round: round.id, member: member, given: [asking.given]), by: author, at: Clock.now())
        Printing.line("\(member)’s answers are recorded as weights.")
        Printing.line("Next: \(RoundAdvance.next(after))")
    }

    private func answer(to number: Int, _ lines: inout [String]?) throws(Refusal) -> TradeOffQuestions.Answer {
        while true {
            var line: String?
            if lines != nil {
                line = lines?.isEmpty == false ? lines?.removeFirst() : nil
            } else {
                line = readLine()
            }
            switch line {
            case "1"?: return .first
            case "2"?: return .second
            case "3"?: return .same
            case nil, "q"?:
                throw Refusal(
                    .wanting, code: "answers-stopped", "The answers stop at question \(number); nothing is recorded.",
                    remedy: "Answer every question with 1, 2 or 3.")
            case let other?:
                guard lines == nil else {
                    throw Refusal(
                        .input, code: "answer-form", "“\(other)” is no answer to question \(number).",
                        remedy: "Answer with 1, 2 or 3.")
                }
                Printing.line("Please answer 1, 2, 3, or q to stop.")
            }
        }
    }
}
