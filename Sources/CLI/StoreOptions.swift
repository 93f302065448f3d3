package import ArgumentParser
import Foundation
package import Store
package import Vocabulary

/// Which file holds the records, and who is acting.
package struct StoreOptions: ParsableArguments {
    @ArgumentParser.Option(
        name: .customLong("db"), help: "The file that holds the records (else REMIT_DB, else remit.sqlite here).")
    package var file: String?

    @ArgumentParser.Option(
        name: .customLong("as"), help: "Who is acting, for the journal (else REMIT_AUTHOR, else your sign-in name).")
    var name: String?

    package init() {}

    package var path: String {
        file ?? ProcessInfo.processInfo.environment["REMIT_DB"] ?? "./remit.sqlite"
    }

    /// - Throws: `Refusal` where there is no such file, or it is not Remit's.
    package func open() throws -> Store { try Store.open(at: path) }

    /// - Throws: `Refusal` where the name given cannot be one.
    func author() throws -> Author {
        let given = name ?? ProcessInfo.processInfo.environment["REMIT_AUTHOR"] ?? NSUserName()
        guard let author = Author(given) else {
            throw Refusal(
                .usage, code: "author-invalid", "“\(given)” cannot be a person's name in the journal.",
                remedy: "Give one of at most 100 characters with --as.")
        }
        return author
    }
}

/// The present moment, asked for once where a command begins.
package enum Clock {
    package static func now() -> Moment { Moment(secondsSince1970: Int(Date().timeIntervalSince1970)) }
}
