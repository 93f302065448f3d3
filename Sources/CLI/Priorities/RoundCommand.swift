import ArgumentParser
import Priorities
import Vocabulary

/// `remit round`: a priority round, from its options to its answer.
struct RoundCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "round",
        abstract: "A priority round: options, criteria, weights, scores, and the set that does most good.",
        discussion: """
            The order is fixed and time-stamped: criteria with their anchors, then
            weights, then scores.

              start DIR                 write example files to edit
              new DIR                   begin the round from them, or from round.yaml
              envelope ROUND FILE       the money; likewise criteria, options, members
              close ROUND anchors       what the scales mean is settled
              weights ROUND FILE        then: close ROUND weights
              template ROUND scores     forms for the members (--to DIR)
              score ROUND FILE…         then: close ROUND scores
              solve ROUND               rank, find the best set, say how sure it is
              explain ROUND             the same in plain words
              assess ROUND FILE         where a service is stopped or changed
              ballot open ROUND         then: ballot cast, ballot close
              remit decision record ROUND FILE
              remit publish ROUND --to DIR

            A whole round from one folder: remit round run DIR. Every command says
            what comes next.
            """,
        subcommands: [
            RoundStartCommand.self, RoundNewCommand.self, RoundRunCommand.self, RoundListCommand.self,
            RoundShowCommand.self, RoundEnvelopeCommand.self, RoundCriteriaCommand.self, RoundMembersCommand.self,
            RoundOptionsCommand.self, RoundCloseCommand.self, RoundWeightsCommand.self, RoundAskCommand.self,
            RoundAdviceCommand.self, RoundTemplateCommand.self, RoundScoreCommand.self, RoundSolveCommand.self,
            RoundExplainCommand.self, RoundAssessCommand.self, RoundBallotCommand.self, RoundWithdrawCommand.self,
            RoundReopenCommand.self, RoundHistoryCommand.self, RoundCompareCommand.self,
        ])
}

/// Which round, in which file, by whom.
struct RoundOptions: ParsableArguments {
    @Argument(help: "The round's short name; see remit round list.")
    var round: Slug

    @OptionGroup var store: StoreOptions
}
