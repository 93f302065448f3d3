import ArgumentParser
import Store
import Vocabulary

struct UserLinkSignInCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "link-sign-in",
        abstract: "Say who an account's holder is at an OpenID provider, before they sign in there.",
        discussion: """
            The issuer is written exactly as the provider writes it, as in the file of remit serve --openid; the \
            subject is the provider's own name for the person. With --remove nobody at that provider signs in to the \
            account any more, and the sessions begun so end; to keep somebody out, suspend the account.

            Examples: remit user link-sign-in a014 --issuer https://id.example/tenant --subject 7f3c
                      remit user link-sign-in a014 --issuer https://id.example/tenant --remove
            """)

    @Option(help: ArgumentHelp("The provider's name for itself.", valueName: "address"))
    var issuer: String

    @Option(help: "The provider's name for the person.")
    var subject: String?

    @Flag(help: "Take the link away.")
    var remove = false

    @OptionGroup var options: AccountOptions

    func validate() throws {
        if remove == (subject != nil) { throw ValidationError("Give a --subject of the provider, or --remove.") }
    }

    func run() async throws {
        let session = try AccessSession(options.store)
        if let subject {
            try session.desk.link(options.account, issuer: issuer, subject: subject, at: session.now)
            Printing.line("“\(options.account)” may sign in at \(issuer).")
        } else {
            try session.desk.unlink(options.account, issuer: issuer, at: session.now)
            Printing.line("“\(options.account)” is linked to nobody at \(issuer).")
        }
    }
}
