import Foundation
package import Vocabulary

/// The driver through which a Spark cluster is spoken to, opened at run time: Spark Connect behind the functions of ADBC
/// (Arrow Database Connectivity).
///
/// Nothing links to it. It is looked for where `REMIT_SPARK_DRIVER` says, or else in `.engines/spark/` or
/// `lib/remit/spark/` beside the program or above it; never in the working folder. It stays open until the process ends.
package struct SparkLibrary: Sendable {
    package let path: String
    let driver: EngineDriver

    /// - Throws: `Refusal` of kind `engine`: `engine-not-installed` where there is no file, `engine-unfit` where it is
    ///   no such driver.
    package init(path: String) throws(Refusal) {
        driver = try EngineDriver(SparkLibrary.place, path: path)
        self.path = path
    }

    /// The driver that is installed.
    ///
    /// - Throws: `Refusal`, code `engine-not-installed`, where there is none; otherwise as `init`.
    package static func installed(
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws(Refusal) -> SparkLibrary {
        try SparkLibrary(path: place.installedPath(environment: environment))
    }

    private static let place = EngineDriver.Place(
        title: "The driver for Spark", setting: "REMIT_SPARK_DRIVER", file: "spark/libadbc_driver_spark.so",
        symbol: "AdbcDriverInit", remedy: "Run ./do setup spark")
}
