import ArgumentParser
import Vocabulary

/// `remit interest`: who has declared what, and what was done about it.
struct InterestCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "interest",
        abstract: "The register of interests: declarations, gifts, reviews, breaches, and what is published of them.",
        discussion: """
            People stand in the record by short names such as p014; names and texts are \
            kept apart, and go when their time is over.

              import FILE.xlsx          a register as it is kept today
              enter FILE.yaml           people with posts, declarations and gifts
              declare PERSON FILE.yaml  one declaration; likewise: gift PERSON FILE.yaml
              nil PERSON                nothing to declare
              review PERSON             the entries were confirmed
              list, show PERSON, due    who declared what, and who is to speak next
              publish --to DIR          the published registers
              dispose                   texts whose time is over

            Short names and forms of the files: docs/governance.md.
            """,
        subcommands: [
            InterestImportCommand.self, InterestEnterCommand.self, InterestDeclareCommand.self,
            InterestNilCommand.self, InterestEndCommand.self, InterestReviewCommand.self, InterestGiftCommand.self,
            InterestApproveCommand.self, InterestRedactCommand.self, InterestBreachCommand.self,
            InterestLeaveCommand.self, InterestListCommand.self, InterestShowCommand.self, InterestDueCommand.self,
            InterestGiftsCommand.self, InterestBreachesCommand.self, InterestPublishCommand.self,
            InterestScoreCommand.self, InterestDisposeCommand.self,
        ])
}

/// Whose entries, in which file, by whom.
struct PersonOptions: ParsableArguments {
    @Argument(help: "The person's short name, such as p014; see remit interest list --people.")
    var person: Slug

    @OptionGroup var store: StoreOptions
}

/// As of which day something is shown.
struct DayOption: ParsableArguments {
    @Option(help: ArgumentHelp("As of this day (2026-03-31); else today.", valueName: "day"))
    var on: Day?
}
