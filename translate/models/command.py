"""python -m translate models: what is installed, and how to add, check, carry and remove models."""

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from translate.command.arguments import progress_line
from translate.command.output import require_writable, write_output
from translate.command.program import guarded
from translate.engines.firefox.installed import damaged_models
from translate.engines.model_files import models_folder
from translate.errors import EngineError, LanguageError
from translate.languages.table import LANGUAGES, language
from translate.models.archive import pack, unpack
from translate.models.catalogue import best_offer, read_catalogue, registry_address
from translate.models.installation import install
from translate.models.inventory import InstalledModel, find_installed, inventory, remove, verify
from translate.models.listing import available_lines, installed_lines, online_lines
from translate.models.worth import packaged_pairs, worth_lines

_DESCRIPTION = """The translation models on this machine: list, install, verify, remove, pack, unpack, convert.

Nothing but `install` and `list --online` uses the network. What is installed lies in one folder, which
$ENTENTE_MODELS names if you want another; whole folders may be copied by hand."""

_EXAMPLES = """examples:
  python -m translate models list                  what is installed, and what could be
  python -m translate models list ru               the same for Russian alone
  python -m translate models install ru-en         Mozilla's best model from Russian into English, about 40 MB
  python -m translate models install ru-en en-pt   two, for Russian to Portuguese through English
  python -m translate models install hf:Helsinki-NLP/opus-mt-ru-en    a model of Hugging Face
  python -m translate models convert opus-mt-ru-en                    the same, several times faster
  python -m translate models pack ru-en            one file, to be carried into a closed network; and there:
  python -m translate models unpack ru-en.entente.zip
  python -m translate models verify                are all files as they came?
  python -m translate models remove ru-en

Exit codes: 0 done, 1 something is at fault (the message says what to do), 2 wrong use, 130 stopped by
Ctrl-C, 143 by SIGTERM."""

_REGISTRY = "a list of models in Mozilla's form, on a server of your own; $ENTENTE_REGISTRY does the same"


def parser(program: str) -> argparse.ArgumentParser:
    """The command's arguments."""
    arguments = argparse.ArgumentParser(
        program, description=_DESCRIPTION, epilog=_EXAMPLES, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    actions = arguments.add_subparsers(dest="action", metavar="ACTION", required=True)

    def add(action: Callable[[argparse.Namespace], int], name: str, told: str) -> argparse.ArgumentParser:
        added = actions.add_parser(name, help=told, description=f"{told[0].upper()}{told[1:]}.")
        added.set_defaults(run=action)
        return added

    listing = add(_list, "list", "show what is installed and what could be")
    listing.add_argument("languages", nargs="*", metavar="LANGUAGE", help="only pairs with these languages")
    listing.add_argument("--online", action="store_true", help="ask the registry for sizes and figures of today")
    listing.add_argument("--registry", metavar="ADDRESS", help=_REGISTRY)
    installing = add(_install, "install", "download models, check them and put them in place")
    installing.add_argument(
        "names", nargs="+", metavar="MODEL", help="a pair (ru-en), or hf:ORGANISATION/NAME[@REVISION]"
    )
    installing.add_argument("--registry", metavar="ADDRESS", help=_REGISTRY)
    installing.add_argument("--unreleased", action="store_true", help="also take what Mozilla has not released")
    verifying = add(_verify, "verify", "compare the files of models with the hashes noted when they came")
    verifying.add_argument("names", nargs="*", metavar="MODEL", help="all if none is named")
    removing = add(_remove, "remove", "remove models from this machine")
    removing.add_argument("names", nargs="+", metavar="MODEL")
    packing = add(_pack, "pack", "write a model into one file, with its hashes and licence, to carry it elsewhere")
    packing.add_argument("name", metavar="MODEL")
    packing.add_argument("--output", "-o", metavar="FILE", type=Path, help="MODEL.entente.zip if not named")
    unpacking = add(_unpack, "unpack", "check a packed model and put it in place; needs no network")
    unpacking.add_argument("files", nargs="+", metavar="FILE", type=Path)
    converting = add(
        _convert, "convert", "convert a model of Hugging Face to 8-bit integers, for the engine ctranslate2"
    )
    converting.add_argument("names", nargs="+", metavar="MODEL")
    return arguments


def main(argv: Sequence[str], program: str = "python -m translate models") -> int:
    """Run the command; returns its exit code."""
    arguments = parser(program).parse_args(argv or ["--help"])
    return guarded(
        lambda: arguments.run(arguments),
        "Stopped. A download goes on where it was when you run the same command again.",
    )


def split_pair(name: str) -> tuple[str, str]:
    """Both codes of a pair as people type it.

    Raises:
        LanguageError: It is no pair, or one of its languages is not known.

    >>> split_pair("zh-en")
    ('zh-Hans', 'en')
    >>> split_pair("en-zh-Hant")
    ('en', 'zh-Hant')
    """
    parts = name.replace("_", "-").split("-")
    problem = LanguageError(
        f"{name!r} is no pair of languages; pairs look like ru-en, or en-zh-Hant. "
        "See them: python -m translate models list. For a model of Hugging Face, write hf:ORGANISATION/NAME."
    )
    for at in range(1, len(parts)):
        try:
            return _code(parts[:at]), _code(parts[at:])
        except LanguageError as error:
            problem = error if len(parts) == 2 and all(parts) else problem
    raise problem


def _code(parts: Sequence[str]) -> str:
    """Code of a language with its script and region, none of which may be a language by itself: "ru-en" is a pair."""
    if not LANGUAGES.keys().isdisjoint(parts[1:]):
        raise LanguageError(f"{'-'.join(parts)!r} is a pair of languages, not one. Name one.")
    return language("-".join(parts)).code


def _as_held(name: str) -> str:
    """A model's name as it is held: of a pair with our codes ("zh-en" is "zh-Hans-en"), else as it is."""
    try:
        return "-".join(split_pair(name))
    except LanguageError:
        return name


def _list(arguments: argparse.Namespace) -> int:
    wanted = frozenset(language(name).code for name in arguments.languages)
    found = inventory()
    lines = installed_lines(found, wanted)
    if worth := worth_lines(tuple(pair for pair in packaged_pairs() if wanted <= set(pair))):
        lines += [*worth, ""]
    if arguments.online or arguments.registry:
        lines += online_lines(read_catalogue(registry_address(arguments.registry)), wanted)
    else:
        lines += available_lines(found, wanted)
    write_output("\n".join(lines))
    for _, problem in damaged_models():
        print(f"entente: {problem}", file=sys.stderr)
    return 0


def _install(arguments: argparse.Namespace) -> int:
    pairs = {name: split_pair(name) for name in arguments.names if not name.startswith("hf:")}
    offers = read_catalogue(registry_address(arguments.registry)) if pairs else ()
    chosen = {name: best_offer(offers, *pair, arguments.unreleased) for name, pair in pairs.items()}
    for name in arguments.names:
        if name in chosen:
            model = install(
                chosen[name], progress=_megabytes, waiting=lambda: _say("Waiting for another installation.")
            )
            _say(f"{model.pair} ({model.kind}, {model.licence}) is installed in {model.folder}")
        else:
            _install_checkpoint(name.removeprefix("hf:"))
    return 0


def _install_checkpoint(name: str) -> None:
    """A model of Hugging Face, at the revision that stands behind "@"."""
    from translate.models.hub import install_checkpoint

    repository, _, revision = name.partition("@")
    with _writing(repository):
        found = install_checkpoint(repository, revision or "main")
    _say(f"{found.name} ({found.licence or 'licence unknown: read its card'}) is installed in {found.folder}")
    if not found.is_free:
        _say(f"Its licence forbids commercial use: it is used only when you name it (--engine seq2seq/{found.name}).")


@contextmanager
def _writing(name: str) -> Iterator[None]:
    """Say in words that a folder cannot be written."""
    try:
        yield
    except OSError as error:
        raise EngineError(
            f"The model {name} cannot be written to {models_folder()}: {error.strerror or error}. "
            "Make room or see to the rights of that folder, or set ENTENTE_MODELS to another one."
        ) from error


def _verify(arguments: argparse.Namespace) -> int:
    chosen = [find_installed(_as_held(name)) for name in arguments.names] or list(inventory())
    damaged = [] if arguments.names else [problem for _, problem in damaged_models()]
    for problem in damaged:
        _say(f"entente: {problem}")
    return max([int(bool(damaged)), *(_told(installed) for installed in chosen)])


def _told(installed: InstalledModel) -> int:
    """Say how a model's files are; returns 1 where something is wrong."""
    problems = verify(installed)
    name = f"{installed.engine}/{installed.name}"
    for problem in problems:
        _say(f"entente: {name}: {problem} Get it again: {_source(installed)}")
    if not problems:
        write_output(f"{name}: {'intact' if installed.files else 'not checked, as no hashes were noted when it came'}")
    return int(bool(problems))


def _source(installed: InstalledModel) -> str:
    """The command that brings a model anew."""
    if installed.owner:
        return f"install {installed.owner} again."
    if installed.engine == "ctranslate2":
        return f"python -m translate models convert {installed.name}"
    wanted = (
        installed.name
        if installed.engine == "firefox"
        else installed.origin.replace(" ", "@") or "hf:ORGANISATION/NAME"
    )
    return f"python -m translate models install {wanted}"


def _remove(arguments: argparse.Namespace) -> int:
    for name in arguments.names:
        _say(f"{name} is removed, {remove(_as_held(name)) / 1e6:.0f} MB are free again")
    return 0


def _pack(arguments: argparse.Namespace) -> int:
    installed = find_installed(_as_held(arguments.name))
    path = arguments.output or Path(f"{installed.name}.entente.zip")
    require_writable(str(path), map(str, installed.paths))
    write_output(f"{pack(installed, path)}  {path}")
    _say(f"Unpack it elsewhere: python -m translate models unpack {path.name}")
    return 0


def _unpack(arguments: argparse.Namespace) -> int:
    for path in arguments.files:
        installed = unpack(path, waiting=lambda: _say("Waiting for another installation."))
        _say(f"{installed.name} ({installed.licence or 'licence unknown'}) is installed in {installed.folder}")
    return 0


def _convert(arguments: argparse.Namespace) -> int:
    from translate.models.conversion import convert

    for name in arguments.names:
        with _writing(name):
            _say(f"{name} is converted, and lies in {convert(name.removeprefix('seq2seq/'))}")
    return 0


def _megabytes(name: str, done: int, total: int) -> None:
    """Show how far a download is."""
    progress_line(f"{name}, MB:", done, total)


def _say(line: str) -> None:
    """A line for people, beside what goes to standard output."""
    print(line, file=sys.stderr)
