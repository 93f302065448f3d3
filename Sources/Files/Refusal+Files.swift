import Glibc
import Vocabulary

/// The words in which a file is refused; every name is made safe to print first.
extension Refusal {
    /// - Parameter code: `errno` after the call that failed.
    static func cannotOpen(_ name: String, code: Int32) -> Refusal {
        let shown = SafeName.shown(name)
        return switch code {
        case ENOENT, ENOTDIR:
            Refusal(
                .input, code: "file-missing", "There is no file or folder at \(shown).",
                remedy: "Check the name, and the folder you are in.")
        case EACCES, EPERM:
            Refusal(
                .permission, code: "file-not-allowed", "You are not allowed to read \(shown).",
                remedy: "Ask its owner for leave to read it, or copy it to a folder of yours.")
        default: cannotRead(name, code: code)
        }
    }

    static func cannotRead(_ name: String, code: Int32) -> Refusal {
        Refusal(
            .input, code: "file-unreadable",
            "Reading \(SafeName.shown(name)) failed: \(reason(code)).", remedy: "Copy the file again and try once more."
        )
    }

    static func cannotWrite(_ name: String, code: Int32) -> Refusal {
        let shown = SafeName.shown(name)
        return switch code {
        case EACCES, EPERM, EROFS:
            Refusal(
                .permission, code: "file-not-allowed", "You are not allowed to write \(shown).",
                remedy: "Choose a folder of yours.")
        case ENOENT, ENOTDIR:
            Refusal(
                .usage, code: "folder-missing", "The folder of \(shown) does not exist.",
                remedy: "Make the folder first, or choose another.")
        case EISDIR:
            Refusal(
                .usage, code: "file-is-folder", "\(shown) is a folder, not a file.",
                remedy: "Give the name of a file in it.")
        case EEXIST:
            Refusal(
                .usage, code: "file-exists", "\(shown) is already there, and was left as it is.",
                remedy: "Choose another name, or move that file away first.")
        default:
            Refusal(
                .input, code: "file-unwritable", "Writing \(shown) failed: \(reason(code)).",
                remedy: "Check the space left on the disk.")
        }
    }

    static func damaged(_ name: String, in container: String? = nil, _ detail: String) -> Refusal {
        let place = container.map { " in \(SafeName.shown($0))" } ?? ""
        return Refusal(
            .input, code: "file-damaged",
            "\(SafeName.shown(name))\(place) is damaged or cut short: \(detail).",
            remedy: "Fetch the file again from its publisher; nothing of it is to be kept.")
    }

    static func empty(_ name: String) -> Refusal {
        Refusal(
            .input, code: "file-empty", "\(SafeName.shown(name)) is empty.",
            remedy: "Fetch the file again from its publisher.")
    }

    static func tooLarge(_ name: String, limit: Int) -> Refusal {
        let bound = limit >= 1 << 20 ? "\(limit >> 20) MiB" : "\(limit) bytes"
        return Refusal(
            .input, code: "file-too-large", "\(SafeName.shown(name)) holds more than \(bound) once unpacked.",
            remedy: "Split the file, or check that it is what it claims to be.")
    }

    /// The operating system's own words, in lower case: `no space left on device`.
    private static func reason(_ code: Int32) -> String {
        let words = String(cString: strerror(code))
        return words.prefix(1).lowercased() + words.dropFirst()
    }
}
