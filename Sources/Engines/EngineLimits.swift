import Foundation

/// How much of the machine an engine may use, and which folders it sees.
package struct EngineLimits: Sendable {
    /// At least one.
    package var threads: Int
    /// In bytes; what needs more is written into the temporary folder, or refused.
    package var memory: Int
    /// Folders in which it may read and write files; it sees no other, nor the network.
    package var folders: [String]
    /// Where it puts what memory does not hold; a folder of its own, made when it is needed.
    package var temporaryFolder: String?

    /// For questions about activity: a thread for each core, from two to eight, since each keeps tables of its own.
    package static var threadsForQuestions: Int { min(max(2, ProcessInfo.processInfo.activeProcessorCount), 8) }

    package init(threads: Int = 2, memory: Int = 1 << 30, folders: [String] = [], temporaryFolder: String? = nil) {
        self.threads = threads
        self.memory = memory
        self.folders = folders
        self.temporaryFolder = temporaryFolder
    }

    /// What locks the engine down, in order: after the last none of it can be changed any more.
    var statements: [String] {
        var list = ["SET threads = \(max(1, threads))", "SET memory_limit = '\(max(1, memory / 1_048_576))MiB'"]
        list.append("SET temp_directory = \(temporaryFolder.map { SQLText.quoted($0) } ?? "''")")
        list += ["SET autoinstall_known_extensions = false", "SET autoload_known_extensions = false"]
        let seen = (folders + [temporaryFolder].compactMap { $0 }).map { SQLText.quoted($0) }.joined(separator: ", ")
        list.append("SET allowed_directories = [\(seen)]")
        list += ["SET enable_external_access = false", "SET lock_configuration = true"]
        return list
    }
}

/// Words as SQL has them.
package enum SQLText {
    /// A text in quotation marks: `'it''s'`.
    package static func quoted(_ text: String) -> String { "'\(text.replacing("'", with: "''"))'" }

    /// A column's or table's name in quotation marks: `"of treatment"`.
    package static func name(_ text: String) -> String { "\"\(text.replacing("\"", with: "\"\""))\"" }
}
