"""What of this folder is installed; pyproject.toml has the rest.

`page/served` is there only where it is installed: what lies beside the packages here, `app.py` with its settings and
the examples, which pyproject.toml cannot move.
"""

from setuptools import find_namespace_packages, setup
from setuptools.command.build_py import build_py


class _WithoutThisFile(build_py):
    def find_package_modules(self, package: str, folder: str) -> list[tuple[str, str, str]]:
        return [module for module in super().find_package_modules(package, folder) if module[1] != "setup"]


setup(
    cmdclass={"build_py": _WithoutThisFile},
    packages=[*find_namespace_packages(include=["translate*", "summarize*", "page*"]), "page.served"],
    package_dir={"page.served": "."},
    package_data={
        "": ["*.json", "*.tsv", "*.css", "*.js", "*.html", "*.svg", "py.typed"],
        "page.served": [".streamlit/config.toml", "examples/*"],
    },
    exclude_package_data={"page.served": ["examples/make_*"]},  # they make files of the documentation
)
