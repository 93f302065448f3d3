import Files
import Foundation
package import Store
package import Vocabulary

/// Takes files in by what they are: each is looked at first, and goes through the job of its kind.
package struct RecognisedImport: Importing {
    private let store: Store
    private let author: Author
    private let moment: Moment
    private let dropping: [String]

    package init(into store: Store, by author: Author, at moment: Moment, dropping: [String]) {
        self.store = store
        self.author = author
        self.moment = moment
        self.dropping = dropping
    }

    /// A folder stands for the files in it and in its folders.
    package func run(_ paths: [String], progress: (String) -> Void) throws -> ImportReport {
        var report = ImportReport()
        for path in paths {
            var isFolder: ObjCBool = false
            _ = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
            let files = isFolder.boolValue ? try FileSurvey.files(in: path).map { "\(path)/\($0)" } : [path]
            for file in files {
                if isFolder.boolValue, FileSurvey.isAboutData(file) {
                    report.files.append(ImportReport.File(name: FileSource(file).name, skipped: "is about the data"))
                    continue
                }
                do {
                    guard file != "-" else {
                        throw Refusal(
                            .usage, code: "kind-needed", "Standard input has no name and is read once only.",
                            remedy: "Say what it is, as in remit import population -, or name a file.")
                    }
                    let kind = try RecognisedFile(at: file).kind
                    let job = try kind.job(into: store, by: author, at: moment, dropping: dropping)
                    report.files += try job.run([file], progress: progress).files
                } catch let refusal as Refusal {
                    report.files.append(ImportReport.File(name: FileSource(file).name, refusal: refusal))
                }
            }
        }
        return report
    }
}
