package import ArgumentParser
import Foundation
import Store
import Vocabulary

/// Runs a command and turns what it throws into one sentence and the published exit code.
///
/// 0 done, 1 checked and found wanting, 2 usage, 3 refused (a rule), 4 input at fault, 5 not allowed, 6 engine
/// missing or failed, 70 ours.
package enum CommandRunner {
    package static func run<Root: AsyncParsableCommand>(_ root: Root.Type, _ arguments: [String]) async -> Int32 {
        do {
            var command = try Root.parseAsRoot(arguments)
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
            return 0
        } catch let refusal as Refusal {
            Printing.warning("remit: \(refusal.description)")
            return refusal.kind.exitCode
        } catch let code as ExitCode {
            return code.rawValue
        } catch {
            return report(error, as: root)
        }
    }

    private static func report<Root: AsyncParsableCommand>(_ error: any Error, as root: Root.Type) -> Int32 {
        if let refusal = Refusal(faultOfFile: error) {
            Printing.warning("remit: \(refusal.description)")
            return refusal.kind.exitCode
        }
        let code = Root.exitCode(for: error)
        if code == .success {
            Printing.line(Root.message(for: error))
            return 0
        }
        if code == .validationFailure {
            Printing.warning(Root.fullMessage(for: error))
            return Refusal.Kind.usage.exitCode
        }
        Printing.warning(
            "remit: a fault of ours or of this machine: \(error). Nothing that was acknowledged is lost; "
                + "please send this line to whoever looks after Remit.")
        return 70
    }
}
