import Access
import ArgumentParser
import Store
import Vocabulary

struct UserPasswordCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "password", abstract: "Set an account's password; its sessions end.",
        discussion: """
            It is asked for twice and not shown. Nothing of it stands in the journal.

            Examples: remit user password a014
                      remit user password a014 --remove-code     (a lost phone)
            """)

    @OptionGroup var options: AccountOptions

    @Option(help: ArgumentHelp("Read the password from FILE (- for standard input).", valueName: "file"))
    var passwordFile: String?

    @Flag(help: "Leave the password as it is, and ask for no code any more until a second factor is set up again.")
    var removeCode = false

    func validate() throws {
        if removeCode && passwordFile != nil { throw ValidationError("--remove-code leaves the password as it is.") }
    }

    func run() async throws {
        let session = try AccessSession(options.store)
        let account = try session.account(options.account)
        if removeCode {
            guard try session.desk.hasSecondFactor(account.id) else {
                throw Refusal(.usage, code: "second-factor-off", "“\(account.id)” signs in without a code already.")
            }
            try session.desk.removeSecondFactor(of: account.id)
            try session.desk.endSessions(of: account.id)
            Printing.line("“\(account.id)” signs in with its password alone, and is signed in nowhere.")
            return
        }
        let password = try PasswordAsked.new(file: passwordFile)
        try session.desk.setPassword(password, of: account.id, by: session.author, at: session.now)
        Printing.line("The password of “\(account.id)” is set, and it is signed in nowhere.")
        if account.state == .invited { Printing.line("The account is active now.") }
        if account.state == .suspended {
            Printing.line("The account is suspended: it signs in once it is restored.")
        }
    }
}
