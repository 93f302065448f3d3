package import ArgumentParser

/// Every command that the command line has of its own; the executable adds those that need the web or the exemplar.
package enum Commands {
    package static let all: [any ParsableCommand.Type] = [
        InitCommand.self, ImportCommand.self, PositionCommand.self, ForecastCommand.self, MovableCommand.self,
        SpendByCommand.self, InertiaCommand.self, ConcentrationCommand.self, CheckCommand.self, RulesCommand.self, CalcCommand.self, MethodsCommand.self,
        VerifyCommand.self,
    ]
}
