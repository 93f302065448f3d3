import ArgumentParser
import Priorities

/// `remit round`: a priority round, from its options to its answer.
struct RoundCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "round",
        abstract: "A priority round: options, criteria, weights, scores, and the set that does most good.",
        discussion: """
            The order is fixed, and each step is time-stamped: criteria with their anchors, then weights, then scores.

              remit round start DIR          write example files to edit
              remit round new DIR            begin the round from them (or from round.yaml alone)
              remit round envelope|criteria|members|options|advice ROUND FILE
              remit round close ROUND anchors, then weights ROUND FILE, then close ROUND weights
              remit round template ROUND scores --to DIR, then score ROUND FILE…, then close ROUND scores
              remit round solve ROUND        rank, find the best set, say how far to trust it
              remit round explain ROUND      the same in plain words
              remit round assess ROUND FILE  where a service is stopped or changed
              remit round ballot open|cast|close ROUND
              remit decision record ROUND FILE, then remit publish ROUND --to DIR

            A whole round from one folder: remit round run DIR.
            """,
        subcommands: [
            RoundStartCommand.self, RoundNewCommand.self, RoundRunCommand.self, RoundListCommand.self,
            RoundShowCommand.self, RoundEnvelopeCommand.self, RoundCriteriaCommand.self, RoundMembersCommand.self,
            RoundOptionsCommand.self, RoundCloseCommand.self, RoundWeightsCommand.self, RoundAdviceCommand.self,
            RoundTemplateCommand.self, RoundScoreCommand.self, RoundSolveCommand.self, RoundExplainCommand.self,
            RoundAssessCommand.self, RoundBallotCommand.self, RoundReopenCommand.self, RoundHistoryCommand.self,
            RoundCompareCommand.self,
        ])
}

/// Which round, in which file, by whom.
struct RoundOptions: ParsableArguments {
    @Argument(help: "The round's short name; see remit round list.")
    var round: Slug

    @OptionGroup var store: StoreOptions
}
