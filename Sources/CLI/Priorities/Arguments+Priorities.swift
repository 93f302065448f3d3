public import ArgumentParser
public import Priorities
public import Vocabulary

// How the short names and stages of a round are written on the command line.

extension Slug: ExpressibleByArgument {
    public init?(argument: String) { self.init(argument) }
    public var defaultValueDescription: String { description }
}

extension Stage: ExpressibleByArgument {}

/// In this module an option is the command line's; a round's is `Priorities.Option`.
typealias Option<Value> = ArgumentParser.Option<Value>
